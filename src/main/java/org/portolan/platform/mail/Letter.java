package org.portolan.platform.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;

/**
 * A letter to be posted: a subject and paragraphs from the bundles in the language of its reader,
 * perhaps links, and words that somebody wrote. Nobody writes markup here.
 *
 * <pre>
 * Letter.of("people.letter.invitation", address, language)
 *     .person(id)
 *     .greeting(name)
 *     .paragraph("people.letter.invitation.body", administration)
 *     .link("people.letter.invitation.open", url)
 *     .secretUntil(expires);
 * </pre>
 *
 * Its kind is the beginning of its texts in a bundle: {@code kind.subject} is the subject.
 */
public final class Letter {
  /** Longest address that a letter goes to. */
  public static final int LONGEST_ADDRESS = 190;

  private final String kind;
  private final String address;
  private final Language language;
  private final List<Block> blocks = new ArrayList<>();
  private Long personId;
  private String name = "";
  private Object[] subject = {};
  private Instant secretUntil;
  private String calendar;
  private String calendarMethod;
  private String unsubscribe;

  private Letter(String kind, String address, Language language) {
    this.kind = kind;
    this.address = address;
    this.language = language;
  }

  /**
   * @throws IllegalArgumentException when nothing can be sent to such an address
   */
  public static Letter of(String kind, String address, Language language) {
    if (!reachable(address)) {
      throw new IllegalArgumentException("no letter can be sent to this address");
    }
    return new Letter(kind, address, language);
  }

  /** Whether a letter can be sent to this address as it is written. */
  public static boolean reachable(String address) {
    if (address == null
        || address.length() > LONGEST_ADDRESS
        || !address.matches("[^\\s\\p{C}<>()\",;:\\\\\\[\\]@]+@[^\\s\\p{C}<>()\",;:\\\\@]+")) {
      return false;
    }
    try {
      new InternetAddress(address, true);
      return true;
    } catch (AddressException e) {
      return false;
    }
  }

  /** Whose letter it is, where they have an account. */
  public Letter person(long id) {
    personId = id;
    return this;
  }

  public Letter greeting(String name) {
    this.name = name;
    return this;
  }

  /** What stands in the pattern of the subject. */
  public Letter subject(Object... arguments) {
    subject = arguments.clone();
    return this;
  }

  public Letter paragraph(String key, Object... arguments) {
    blocks.add(new Block("paragraph", Texts.format(language, key, arguments), ""));
    return this;
  }

  /** Words of somebody, such as a reason; shown as a quotation. */
  public Letter quote(String words) {
    blocks.add(new Block("quote", words, ""));
    return this;
  }

  /**
   * @param key of what the link says
   * @param url whole, with the address of the installation
   */
  public Letter link(String key, String url) {
    requireWhole(url);
    blocks.add(new Block("link", Texts.text(language, key), url));
    return this;
  }

  /**
   * A link that says what somebody wrote, such as a title.
   *
   * @param url whole, with the address of the installation
   */
  public Letter linkOf(String words, String url) {
    requireWhole(url);
    blocks.add(new Block("link", OneLine.of(words), url));
    return this;
  }

  private static void requireWhole(String url) {
    if (!url.startsWith("https://") && !url.startsWith("http://")) {
      throw new IllegalArgumentException(
          "a letter is read elsewhere: its links are whole addresses");
    }
  }

  /**
   * It opens something to whoever reads it: its text is forgotten once it was sent, or when it
   * opens nothing any more. It is not sent after that.
   */
  public Letter secretUntil(Instant expires) {
    secretUntil = expires;
    return this;
  }

  /**
   * Brings an entry for the calendar of its reader, as one more form of the letter.
   *
   * @param method what the calendar is to do with it, such as {@code REQUEST}
   * @param text as iCalendar
   */
  public Letter calendar(String method, String text) {
    calendarMethod = method;
    calendar = text;
    return this;
  }

  /**
   * Lets programs that read mail stop what its reader asked for once: they send a form to the
   * address, without cookies and without a question (RFC 8058). Who looks there is asked first.
   *
   * @param url whole, with a mark that is good for this and nothing else
   */
  public Letter unsubscribe(String url) {
    requireWhole(url);
    unsubscribe = url;
    return this;
  }

  String unsubscribe() {
    return unsubscribe;
  }

  String calendar() {
    return calendar;
  }

  String calendarMethod() {
    return calendarMethod;
  }

  String kind() {
    return kind;
  }

  String address() {
    return address;
  }

  Language language() {
    return language;
  }

  Long personId() {
    return personId;
  }

  Instant secretUntil() {
    return secretUntil;
  }

  String name() {
    return name;
  }

  /** On one line: what ends a line would begin another header. */
  String subjectLine() {
    return OneLine.of(Texts.format(language, kind + ".subject", subject));
  }

  List<Block> blocks() {
    return List.copyOf(blocks);
  }

  /**
   * A part of the body.
   *
   * @param url of a link, else empty
   */
  record Block(String type, String text, String url) {}
}
