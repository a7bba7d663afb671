package io.github.orgswitcher.decision;

/**
 * What a match gives.
 *
 * @param joinMode the join mode
 * @param byDomain whether the allowed domain says so; otherwise the organization does
 */
public record Ruling(JoinMode joinMode, boolean byDomain) {}
