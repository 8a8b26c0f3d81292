package org.portolan.people;

/**
 * Somebody who is being erased, as they were known until now.
 *
 * @param address by which their account was known
 */
public record ErasedPerson(long id, String address) {}
