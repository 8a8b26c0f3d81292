package org.portolan.pack;

/**
 * What was read out of a document.
 *
 * @param reason key of the text that says why it was not read, or null
 */
record ReadText(String reason, String words) {}
