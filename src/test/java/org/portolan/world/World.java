package org.portolan.world;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What is in a generated world, for those who ask it things. Everything in it follows from seed,
 * size and anchor, but for the numbers that its rows have in a database.
 *
 * @param anchor the Monday around which sessions lie
 * @param courseCode a published course with sessions ahead
 * @param centreCodes centres with the same number of sessions each; every feed carries about a
 *     hundred in a full world
 * @param openSessions numbers of sessions ahead that have {@link #OPEN_SEATS} seats and ask nobody
 * @param tokens a personal token of every person
 * @param staff token of somebody of the first centre
 * @param regionalOfficer token of somebody of the Regional Office of {@link #REGION}
 * @param commonWords by language, a word that stands in many texts
 * @param rareWords by language, a word that stands in few
 */
public record World(
    long seed,
    WorldSize size,
    LocalDate anchor,
    String courseCode,
    List<String> centreCodes,
    List<Long> openSessions,
    List<PersonalToken> tokens,
    String staff,
    String regionalOfficer,
    Map<String, String> commonWords,
    Map<String, String> rareWords) {

  /** Seats of each of the open sessions. */
  public static final int OPEN_SEATS = 1_000;

  /** The region of the first centre. */
  public static final String REGION = "EUR";

  /** Where a world has centres of its own, so many at most are in that region. */
  static final int REGION_CENTRES = 30;

  /** The password that all people of a generated world share. */
  public static final String PASSWORD = "calm-harbour-for-tests";

  /** A token as its owner holds it. */
  public record PersonalToken(long personId, String secret) {}

  public String busyCentre() {
    return centreCodes.get(0);
  }
}
