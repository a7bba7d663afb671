package io.github.orgswitcher.account;

import java.util.List;

/**
 * A setting as the page for those who manage an organization shows it. Public because FreeMarker reads it.
 *
 * @param field the setting's field
 * @param options what can be chosen; empty for yes or no
 * @param value what is chosen in the form
 * @param was what it said when the person began to change it
 * @param declared whether the organization's attributes say it, so that it is changed there alone
 */
public record ManageSetting(String field, List<String> options, String value, String was, boolean declared) {}
