package org.portolan.people;

import java.util.List;

/**
 * Somebody who is being erased, as they were known until now.
 *
 * @param address by which their account was known
 * @param addresses this one, and others that were shown to be theirs, as far as they are nobody
 *     else's now
 * @param code by which files name them
 */
public record ErasedPerson(
    long id, String address, List<String> addresses, String code, String given, String family) {}
