package org.portolan.collection;

/**
 * A collection in one language.
 *
 * @param words what it is about; Markdown, may be empty
 */
public record CollectionText(String title, String words) {
  boolean empty() {
    return title.isEmpty() && words.isEmpty();
  }
}
