package org.portolan.access;

/**
 * What the link of a letter asks its reader.
 *
 * @param email the address that an account is to have
 * @param former whether the reader is asked as the owner of the address that it has now
 */
public record AddressQuestion(String email, boolean former) {}
