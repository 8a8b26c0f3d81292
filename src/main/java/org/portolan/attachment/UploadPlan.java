package org.portolan.attachment;

/**
 * A file that somebody is about to send in pieces.
 *
 * @param name that their system gave it
 * @param size in bytes
 * @param stamp what their system says of its last change; with name and size, the file is known
 *     again by it
 */
public record UploadPlan(String title, String language, String name, long size, long stamp) {
  private static final int LONGEST_NAME = 400;

  public UploadPlan {
    title = title.strip();
    // its end has the ending
    name = name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
  }
}
