package org.portolan.platform.storage;

/**
 * A file that is kept.
 *
 * @param hash of its content, SHA-256 in hexadecimal; never taken from a request, as whoever names
 *     it would get it
 * @param size in bytes
 * @param pages of a document
 * @param scanned whether something looked for malware in it; where nothing is set up to do so, say
 *     that beside the file
 */
public record StoredFile(String hash, long size, String mediaType, int pages, boolean scanned) {}
