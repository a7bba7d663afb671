package io.github.orgswitcher.setup;

import java.util.List;

/**
 * Something that is left to do.
 *
 * @param code what it is
 * @param params what its sentence names
 */
public record NextStep(NextStepCode code, List<String> params) {}
