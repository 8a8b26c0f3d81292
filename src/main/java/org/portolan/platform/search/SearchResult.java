package org.portolan.platform.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One page of what was found, ready to be shown without asking the database.
 *
 * @param ready false while the index is first being built: there are no hits yet, and the page
 *     should say why
 * @param total how many items were found in all, not only on this page
 * @param exact false where no facets were asked for and there are more than the total says
 * @param language in which the words were read
 * @param facets counted values by dimension, most frequent first; each count is what choosing that
 *     value alone would show
 * @param understood what of the text was taken for more than words
 * @param meant the words as they may have been meant, where one stands in nothing that the person
 *     may see; else null
 * @param next cursor of the following page, null on the last
 */
public record SearchResult(
    boolean ready,
    long total,
    boolean exact,
    String language,
    List<Hit> hits,
    Map<String, List<FacetCount>> facets,
    List<Understood> understood,
    String meant,
    String next) {

  public SearchResult {
    hits = List.copyOf(hits);
    facets = Map.copyOf(facets);
    understood = List.copyOf(understood);
  }

  static SearchResult notReady(String language) {
    return new SearchResult(false, 0, true, language, List.of(), Map.of(), List.of(), null, null);
  }

  /** What was made of an operator. */
  public enum How {
    /** One of them is enough. */
    EITHER,
    /** Nothing is found that lacks one of them. */
    ALL,
    WITHOUT,
    /** Words that begin so. */
    BEGINNING,
    /** Words of which some letters are given. */
    LIKE,
    /** In one field alone. */
    ONLY
  }

  /** Something that was typed and taken for more than words. */
  public record Understood(How how, List<String> texts) {
    public Understood {
      texts = List.copyOf(texts);
    }
  }

  /**
   * One item found.
   *
   * @param title plain text, in the language named beside it
   * @param markedTitle the same title in pieces
   * @param languages every language in which the item has a text, sorted
   * @param snippet what it says about the words, in pieces; its opening words where the words are
   *     not in the text
   * @param facets the item's own values by dimension
   * @param details the small facts of its document
   * @param date may be null
   * @param published since when it can be found; may be null
   * @param part of a text in parts, such as pages, in which the snippet stands; nought where it is
   *     one piece or the words stand in the title alone
   * @param reasons which other wordings it was found by, where it has not the words themselves
   * @param others how many more were found that belong to the same and are shown by it; the item
   *     that leads them is none of them
   */
  public record Hit(
      String kind,
      long id,
      String code,
      String path,
      String title,
      List<Piece> markedTitle,
      String titleLanguage,
      List<String> languages,
      List<Piece> snippet,
      Map<String, Set<String>> facets,
      Map<String, String> details,
      Instant date,
      Instant published,
      int part,
      List<Reason> reasons,
      int others) {}

  /**
   * Why an item was found that has not the words that were typed.
   *
   * @param typed the words that it has not
   * @param wording that it has
   */
  public record Reason(String typed, Wording wording) {}

  /**
   * A piece of plain text, never markup; whoever shows it escapes it and marks it if it was looked
   * for.
   */
  public record Piece(String text, boolean marked) {}

  /** How many items the choice of this value shows. */
  public record FacetCount(String value, long count) {}
}
