package org.portolan.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.audit.Deed;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.search.Changes;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;

/**
 * The way of a practice: handed in, looked at by another editor of its region, published as a
 * version, looked at again after some time, put away. Whoever asks for a deed says which state of
 * the practice they saw.
 */
@ApplicationScoped
public class PracticeWorkflow {
  /** Longest time until a practice is to be looked at again. */
  public static final int MOST_MONTHS = 120;

  private static final int LONGEST_ANSWER = 2_000;

  @Inject private PracticeRepository practices;
  @Inject private PracticeDrafts drafts;
  @Inject private KnowledgePermissions permissions;
  @Inject private ReviewLetters letters;
  @Inject private People people;
  @Inject private CurrentPerson me;
  @Inject private Changes changes;
  @Inject private AuditTrail audit;
  @Inject private Event<PracticeMoved> moved;
  @Inject private Clock clock;

  /** Where a practice of one of the editor's regions stands, with its versions. */
  @Transactional
  public PracticeStanding standing(String code, Language reader) {
    Practice practice = drafts.find(code);
    List<PracticeRepository.PastVersion> past =
        practice.draft() ? List.of() : practices.versions(practice.id());
    Map<Long, PersonSummary> names = names(practice, past);
    List<KeptVersion> versions = new ArrayList<>();
    if (!practice.draft()) {
      versions.add(
          new KeptVersion(
              practice.edition(),
              practice.editionAt(),
              name(names, practice.publishedBy()),
              practice.editionNote(),
              true));
    }
    past.forEach(
        each ->
            versions.add(
                new KeptVersion(
                    each.edition(),
                    each.publishedAt(),
                    name(names, each.publishedBy()),
                    each.note(),
                    false)));
    PracticeText title = practice.textFor(reader.code());
    return new PracticeStanding(
        practice.code(),
        practice.version(),
        title.title(),
        title.language(),
        practice.state(),
        practice.stage(),
        name(names, practice.writtenBy()),
        name(names, practice.submittedBy()),
        practice.submittedAt(),
        practice.workNote(),
        practice.answer(),
        practice.decidable(me.id()),
        practice.reviewMonths(),
        practice.reviewOn(),
        practice.dueSince(clock.instant()),
        practice.archivedAt(),
        versions);
  }

  private Map<Long, PersonSummary> names(
      Practice practice, List<PracticeRepository.PastVersion> past) {
    Set<Long> ids = new HashSet<>();
    ids.add(practice.publishedBy());
    ids.add(practice.writtenBy());
    ids.add(practice.submittedBy());
    past.forEach(each -> ids.add(each.publishedBy()));
    ids.removeIf(Objects::isNull);
    return people.byIds(ids);
  }

  private static String name(Map<Long, PersonSummary> names, Long id) {
    return id == null || !names.containsKey(id) ? "" : names.get(id).name();
  }

  /**
   * What a version says, or what is being written, in each of its languages.
   *
   * @param edition null for what is being written
   */
  @Transactional
  public List<VersionText> read(String code, Integer edition) {
    Practice practice = drafts.find(code);
    PracticeContent content = content(practice, edition);
    return content.texts().stream()
        .map(
            text ->
                new VersionText(
                    text.language(), text.title(), text.summary(), text.body(), content.kind()))
        .toList();
  }

  /**
   * What is otherwise in a second version than in a first.
   *
   * @param from null for what is being written
   * @param to likewise
   */
  @Transactional
  public List<FieldDifference> difference(String code, Integer from, Integer to) {
    Practice practice = drafts.find(code);
    return FieldDifference.between(content(practice, from), content(practice, to));
  }

  private PracticeContent content(Practice practice, Integer edition) {
    if (edition == null) {
      return drafts.content(practice);
    }
    if (!practice.draft() && edition == practice.edition()) {
      return practice.shown();
    }
    return practices
        .version(practice.id(), edition)
        .map(PracticeVersion::content)
        .orElseThrow(() -> new NotFound("version " + edition + " of " + practice.code()));
  }

  /** Publishes what was handed in: another editor of the region does, and nobody their own. */
  @Transactional
  public void approve(String code, int version) {
    Practice practice = decided(code, version);
    PracticeContent content = drafts.content(practice);
    if (!permissions.edits(content.region())) {
      throw new NotAllowed();
    }
    PracticeFields before =
        practice.draft() ? PracticeFields.of(Practice.DRAFT, content) : PracticeFields.of(practice);
    Long author = practice.submittedBy();
    practice.publish(content, me.id(), clock.instant()).ifPresent(practices::add);
    drafts.drop(practice);
    PracticeFields.of(practice).compare(before, entry("practice.published", practice)).write();
    changes.record(KnowledgeService.KIND, practice.id());
    letters.approved(practice, author);
    moved(practice, PracticeMoved.How.PUBLISHED);
  }

  /** Asks whoever handed it in for changes. */
  @Transactional(rollbackOn = InvalidPractice.class)
  public void sendBack(String code, int version, String words) throws InvalidPractice {
    Practice practice = decided(code, version);
    if (words.isEmpty() || words.length() > LONGEST_ANSWER) {
      throw new InvalidPractice(Map.of("words", words.isEmpty() ? "words.missing" : "words.long"));
    }
    practice.sendBack(words, clock.instant());
    entry("practice.sent-back", practice).change("note", null, words).write();
    letters.sentBack(practice, words);
  }

  private Practice decided(String code, int version) {
    Practice practice = drafts.lock(code, version);
    if (practice.stage() != PracticeStage.REVIEW) {
      throw new ChangedMeanwhile();
    }
    if (!practice.decidable(me.id())) {
      throw new NotAllowed();
    }
    return practice;
  }

  /** Goes on being written on. */
  @Transactional
  public void takeBack(String code, int version) {
    Practice practice = drafts.lock(code, version);
    practice.takeBack(clock.instant());
    entry("practice.taken-back", practice).write();
  }

  /** Gives up what was written since the last version. */
  @Transactional
  public void discard(String code, int version) {
    Practice practice = drafts.lock(code, version);
    practice.discard();
    drafts.drop(practice);
    entry("practice.discarded", practice).write();
    moved(practice, PracticeMoved.How.DISCARDED);
  }

  /** Begins to write on what an earlier version said; what is being written is replaced. */
  @Transactional
  public void restore(String code, int version, int edition) {
    Practice practice = drafts.lock(code, version);
    drafts.keep(practice, content(practice, edition));
    entry("practice.restored", practice).change("edition", null, edition).write();
  }

  /** It was looked at and still holds. */
  @Transactional(rollbackOn = InvalidPractice.class)
  public void holdGood(String code, int version, int months) throws InvalidPractice {
    Practice practice = drafts.lock(code, version);
    if (months < 1 || months > MOST_MONTHS) {
      throw new InvalidPractice(Map.of("months", "months.wrong"));
    }
    Object before = practice.reviewOn();
    practice.holdGood(months, clock.instant());
    entry("practice.confirmed", practice).change("review", before, practice.reviewOn()).write();
  }

  /**
   * Puts it away: nobody finds it any more, and its address says what to read instead.
   *
   * @param successor code of that, or empty
   */
  @Transactional(rollbackOn = InvalidPractice.class)
  public void archive(String code, int version, String successor) throws InvalidPractice {
    Practice practice = drafts.lock(code, version);
    Practice instead =
        successor.isEmpty()
            ? null
            : practices
                .findByCode(successor)
                .filter(found -> found.published() && !found.id().equals(practice.id()))
                .orElseThrow(() -> new InvalidPractice(Map.of("successor", "successor.unknown")));
    practice.archive(instead == null ? null : instead.id(), clock.instant());
    entry("practice.archived", practice)
        .change("state", Practice.PUBLISHED, Practice.ARCHIVED)
        .change("successor", null, instead == null ? null : instead.code())
        .write();
    changes.record(KnowledgeService.KIND, practice.id());
    moved(practice, PracticeMoved.How.ARCHIVED);
  }

  /** Shows it to everybody again. */
  @Transactional
  public void reopen(String code, int version) {
    Practice practice = drafts.lock(code, version);
    practice.reopen();
    entry("practice.reopened", practice)
        .change("state", Practice.ARCHIVED, Practice.PUBLISHED)
        .write();
    changes.record(KnowledgeService.KIND, practice.id());
    moved(practice, PracticeMoved.How.REOPENED);
  }

  private void moved(Practice practice, PracticeMoved.How how) {
    // what is told of those that name it depends on who may read it
    practices
        .idsLinkingTo(practice.code())
        .forEach(id -> changes.record(KnowledgeService.KIND, id));
    moved.fire(new PracticeMoved(practice.id(), how));
  }

  private Deed entry(String action, Practice practice) {
    return audit
        .entry(action, KnowledgeService.KIND, practice.id())
        .scope(Scope.region(practice.regionCode()));
  }
}
