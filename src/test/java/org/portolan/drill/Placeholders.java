package org.portolan.drill;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portolan.platform.security.Token;

/**
 * What the placeholders in a line of the table stand for, for one who tries it. A record is made
 * when it is asked for first: most lines name one or two, and there are thousands of tries.
 */
final class Placeholders {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)\\}");
  private static final List<String> ALL =
      List.of(
          "accountRequest",
          "addressChange",
          "administrator",
          "application",
          "coordinatorMandate",
          "courseDraft",
          "coursePublished",
          "courseReview",
          "draft",
          "announced",
          "file",
          "submitted",
          "cancelled",
          "emptyCentre",
          "ended",
          "guarded",
          "import",
          "letter",
          "mandate",
          "lateDraft",
          "mine",
          "move",
          "need",
          "practiceDraft",
          "practiceReview",
          "practiceShown",
          "practiceChanging",
          "practiceArchived",
          "proposal",
          "provider",
          "search",
          "seated",
          "signIn",
          "statement",
          "token",
          "twin");

  private final Records records;
  private final long me;
  private final String member;
  private final Map<String, String> known = new HashMap<>();

  Placeholders(Records records, Holder holder, long me) {
    this.records = records;
    this.me = me;
    this.member = holder.member();
  }

  /** Makes a record of every kind, so that lists are not empty. */
  void makeAll() {
    ALL.forEach(this::value);
  }

  String filled(String text) {
    return filled(text, UnaryOperator.identity());
  }

  /**
   * A text with its placeholders filled in.
   *
   * @param written how a value is to be written there
   */
  String filled(String text, UnaryOperator<String> written) {
    Matcher matcher = PLACEHOLDER.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(
          filled, Matcher.quoteReplacement(written.apply(value(matcher.group(1)))));
    }
    return matcher.appendTail(filled).toString();
  }

  private String value(String name) {
    String value = known.get(name);
    if (value == null) {
      value = made(name);
      known.put(name, value);
    }
    return value;
  }

  private long number(String name) {
    return Long.parseLong(value(name));
  }

  private String made(String name) {
    return switch (name) {
      case "me" -> Long.toString(me);
      case "region" -> Records.REGION;
      case "member" -> member;
      case "memberCode" -> Records.MEMBER;
      case "centre" -> Records.CENTRE;
      case "language" -> "en";
      case "of" -> "body";
      case "new" -> "new";
      case "picture" -> "first";
      case "day" -> today().plusMonths(3).toString();
      case "today" -> today().toString();
      case "once" -> UUID.randomUUID().toString();
      case "newCode" -> "DEMO-M-" + records.next();
      case "surname" -> surname();
      case "asker" -> {
        value("accountRequest");
        yield value("surname");
      }
      case "practice" -> records.text("SELECT MIN(code) FROM practice WHERE state = 'published'");
      case "profile" -> records.text("SELECT MIN(code) FROM job_profile");
      case "course" -> records.text("SELECT MIN(code) FROM course WHERE state = 'published'");
      case "courseId" -> records.text("SELECT MIN(id) FROM course");
      case "courseDraftCode" ->
          records.text("SELECT code FROM course WHERE id = " + number("courseDraft"));
      case "concept" -> records.text("SELECT MIN(code) FROM concept");
      case "theme" -> records.text("SELECT MIN(code) FROM theme");
      case "email" -> records.text("SELECT email FROM person WHERE id = " + number("somebody"));
      case "emptyCentre" -> records.emptyCentre();
      case "practiceDraft" -> records.practice();
      case "practiceReview" -> records.practiceInReview();
      case "practiceShown" -> records.practiceShown();
      case "practiceChanging" -> records.practiceChanging();
      case "practiceArchived" -> records.practiceArchived();
      case "finding" -> FindingOfDraft.fingerprint(records, number("lateDraft"));
      case "findingYear" -> FindingOfDraft.year();
      default -> Long.toString(record(name));
    };
  }

  private long record(String name) {
    return switch (name) {
      case "session" -> records.session("published");
      case "draft" -> records.session("draft");
      case "submitted" -> records.submittedSession();
      case "cancelled" -> records.session("cancelled");
      case "lateDraft" -> records.draftSession(Records.CENTRE, FindingOfDraft.SOON);
      case "proposal" -> records.jointProposal();
      case "announced" -> records.announcedSession();
      case "resource" -> records.resource();
      case "search" -> records.search();
      case "need" -> records.need();
      case "comment" -> records.practiceComment(value("practiceShown"), member);
      case "problem" -> records.practiceProblem(value("practiceShown"), member);
      case "collection" -> records.collection("published");
      case "collectionDraft" -> records.collection("draft");
      case "packSent" -> records.packSent("pack");
      case "folderSent" -> records.packSent("folder");
      case "use" -> records.practiceUse(member);
      case "ended" -> records.endedSession();
      case "seated" -> records.seated(number("ended"), records.person(member), member);
      case "file" -> records.attachment(value("practice"));
      case "courseDraft" -> records.course("draft");
      case "courseReview" -> records.course("review");
      case "coursePublished" -> records.course("published");
      // one's own application is for a session of its own, or one could not apply
      case "application" ->
          records.application(records.session("published"), records.person(member), member);
      case "mine" ->
          me == 0 ? 0 : records.application(records.session("published"), me, Records.MEMBER);
      case "somebody", "twin" -> records.person(member);
      case "mandate" ->
          records.mandate("contact_point", "member", member, records.person(member), null);
      case "coordinatorMandate" ->
          records.mandate("coordinator", "member", "KE", records.person("KE"), null);
      case "administrator" -> administrator();
      case "token" -> records.token(records.person(member));
      case "signIn" -> records.signIn(records.person(member), new Token("x" + UUID.randomUUID()));
      case "provider" -> records.provider(member);
      case "accountRequest" -> records.accountRequest(member, value("surname"));
      case "move" -> records.move(records.person("KE"), member);
      case "addressChange" -> records.addressChange(records.person(member));
      case "statement" -> records.statement(records.person(member));
      case "guarded" -> records.guarded(member);
      case "letter" -> records.letter();
      case "import" -> records.imported(number("somebody"));
      default -> throw new IllegalStateException("nothing is called {" + name + "}");
    };
  }

  private long administrator() {
    long person = records.person(Records.MEMBER);
    records.mandate("admin", "platform", "*", person, null);
    return person;
  }

  private String surname() {
    return UUID.randomUUID().toString().replaceAll("[^a-f]", "").toUpperCase(Locale.ROOT)
        + "Q"
        + Integer.toString(records.next(), 26).replaceAll("[0-9]", "z");
  }

  private static LocalDate today() {
    return LocalDateTime.now(ZoneOffset.UTC).toLocalDate();
  }
}
