package org.portolan.platform.fetch;

/**
 * What lies at an address.
 *
 * @param changed false where it is still what whoever asks has already; the body is empty then
 * @param tag by which it is asked next time whether it changed, or null
 * @param modified the same as a moment, in the words of whoever answered, or null
 */
public record Fetched(boolean changed, byte[] body, String tag, String modified) {}
