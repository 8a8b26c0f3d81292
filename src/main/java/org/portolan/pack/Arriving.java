package org.portolan.pack;

import java.util.List;

/**
 * A practice of a pack, looked at before it is taken.
 *
 * @param place in the pack, from one
 * @param language of its title
 * @param arrival what it is to this installation
 * @param code of the practice here, or null
 * @param remarks keys of what an editor is to know before
 * @param refusal key of why it cannot be taken, or null
 * @param taken whether it was taken from this file already
 * @param notTaken its files that were not taken then
 */
public record Arriving(
    int place,
    PackedPractice practice,
    String title,
    String language,
    Arrival arrival,
    String code,
    List<String> remarks,
    String refusal,
    boolean taken,
    List<FileLeft> notTaken) {

  /**
   * A file that was not taken.
   *
   * @param reason key of the text that says why
   */
  public record FileLeft(String title, String reason) {}
}
