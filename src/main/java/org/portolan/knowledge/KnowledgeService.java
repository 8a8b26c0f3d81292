package org.portolan.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.portolan.platform.audit.AuditPage;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.audit.Deed;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.persistence.Slice;
import org.portolan.platform.search.Changes;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;
import org.portolan.region.Directory;
import org.portolan.thesaurus.ThemeNames;

/** Reading practices, which everybody may, and writing them, which editors do for their region. */
@ApplicationScoped
public class KnowledgeService {
  /** What practices are called in the index. */
  public static final String KIND = "practice";

  private static final int HISTORY = 50;

  @Inject private PracticeRepository practices;
  @Inject private PracticeRules rules;
  @Inject private KnowledgePermissions permissions;
  @Inject private Directory directory;
  @Inject private ThemeNames themes;
  @Inject private CurrentPerson me;
  @Inject private Clock clock;
  @Inject private Changes changes;
  @Inject private AuditTrail audit;

  /** Published practices, newest first. */
  @Transactional
  public PracticePage newest(PracticeFilter filter, Language reader, int from, int count) {
    return meant(filter)
        ? practices.listPublished(filter, reader, from, count)
        : new PracticePage(List.of(), 0);
  }

  /** Published practices of a Member's administration, newest first. */
  @Transactional
  public PracticePage newestOfMember(String member, Language reader, int count) {
    return practices.listPublishedOfMember(member, reader, count);
  }

  /** How many published practices each region has. */
  @Transactional
  public Map<String, Long> publishedByRegion() {
    return practices.countPublishedByRegion();
  }

  /** A published practice, or a draft for those who edit it; in the original where it must be. */
  @Transactional
  public Optional<PracticeView> find(String code, Language reader) {
    return practices
        .findByCode(code)
        .filter(practice -> practice.published() || permissions.edits(practice.regionCode()))
        .map(practice -> view(practice, practice.textFor(reader.code())));
  }

  /**
   * Some of the practices of the editor's regions, drafts too; last changed first unless the slice
   * says otherwise.
   */
  @Transactional
  public List<PracticeSummary> desk(DeskFilter filter, Slice slice, Language reader) {
    return practices.listOfRegions(permissions.requireEditor(), filter, slice, reader);
  }

  /** How many these are in all. */
  @Transactional
  public long countOnDesk(DeskFilter filter) {
    return practices.countOfRegions(permissions.requireEditor(), filter);
  }

  /** Regions for which the person may write. */
  @Transactional
  public Set<String> ownRegions() {
    return permissions.requireEditor();
  }

  /** A practice to be written on in one language; its text is empty where there is none yet. */
  @Transactional
  public Optional<OpenPractice> open(String code, String language) {
    permissions.requireEditor();
    return practices.findByCode(code).map(practice -> open(allowed(practice), language));
  }

  /** Begins a practice. Gives its code. */
  @Transactional(rollbackOn = InvalidPractice.class)
  public String draft(PracticeEdit edit) throws InvalidPractice {
    Practice practice = begin(edit, false);
    deed("practice.drafted", practice, PracticeFields.NONE).write();
    return practice.code();
  }

  /** Begins a practice and shows it to everybody at once. Gives its code. */
  @Transactional(rollbackOn = InvalidPractice.class)
  public String draftAndPublish(PracticeEdit edit) throws InvalidPractice {
    Practice practice = begin(edit, true);
    practice.publish(clock.instant());
    deed("practice.published", practice, PracticeFields.NONE).write();
    changes.record(KIND, practice.id());
    return practice.code();
  }

  /**
   * Keeps what was written. What is published already must stay complete.
   *
   * @throws ChangedMeanwhile when it is no longer what the editor opened
   */
  @Transactional(rollbackOn = InvalidPractice.class)
  public void save(String code, PracticeBase base, PracticeEdit edit) throws InvalidPractice {
    Practice practice = own(code, base);
    check(
        practice,
        base,
        edit,
        practice.published() ? PracticeRules.Wanted.SHOWN : PracticeRules.Wanted.DRAFT);
    PracticeFields before = PracticeFields.of(practice);
    practice.change(edit, clock.instant());
    Deed deed = deed("practice.changed", practice, before);
    if (deed.changesAnything()) {
      deed.write();
    }
    if (practice.published()) {
      changes.record(KIND, practice.id());
    }
  }

  /**
   * Keeps what was written and shows it to everybody.
   *
   * @throws ChangedMeanwhile when it is no longer what the editor opened
   */
  @Transactional(rollbackOn = InvalidPractice.class)
  public void publish(String code, PracticeBase base, PracticeEdit edit) throws InvalidPractice {
    Practice practice = own(code, base);
    check(
        practice,
        base,
        edit,
        practice.published() ? PracticeRules.Wanted.SHOWN : PracticeRules.Wanted.NEW);
    PracticeFields before = PracticeFields.of(practice);
    practice.change(edit, clock.instant());
    practice.publish(clock.instant());
    deed("practice.published", practice, before).write();
    changes.record(KIND, practice.id());
  }

  /** What was done to a practice, for those who edit it; the newest first. */
  @Transactional
  public AuditPage history(String code) {
    permissions.requireEditor();
    Practice practice =
        allowed(practices.findByCode(code).orElseThrow(() -> new NotFound("practice " + code)));
    return audit.history(KIND, practice.id(), null, HISTORY);
  }

  /** The database would take "wca" for WCA, which the page then calls unknown. */
  private boolean meant(PracticeFilter filter) {
    return (filter.region() == null || directory.findRegion(filter.region()).isPresent())
        && (filter.theme() == null || themes.knows(filter.theme()))
        && (filter.language() == null || Language.of(filter.language()).isPresent());
  }

  private Practice begin(PracticeEdit edit, boolean toPublish) throws InvalidPractice {
    refuse(
        rules.problems(
            edit,
            permissions.requireEditor(),
            toPublish ? PracticeRules.Wanted.NEW : PracticeRules.Wanted.DRAFT));
    Practice practice = new Practice("new-" + UUID.randomUUID(), me.id());
    practice.change(edit, clock.instant());
    practices.add(practice);
    practice.nameByNumber();
    return practice;
  }

  private Deed deed(String action, Practice practice, PracticeFields before) {
    return PracticeFields.of(practice)
        .compare(
            before,
            audit.entry(action, KIND, practice.id()).scope(Scope.region(practice.regionCode())));
  }

  private void check(
      Practice practice, PracticeBase base, PracticeEdit edit, PracticeRules.Wanted wanted)
      throws InvalidPractice {
    Map<String, String> problems = rules.problems(edit, permissions.requireEditor(), wanted);
    if (practice.hides(edit, base)) {
      problems.put("language", "language.exists");
    }
    refuse(problems);
  }

  private static void refuse(Map<String, String> problems) throws InvalidPractice {
    if (!problems.isEmpty()) {
      throw new InvalidPractice(problems);
    }
  }

  private Practice own(String code, PracticeBase base) {
    permissions.requireEditor();
    Practice practice =
        allowed(practices.lockByCode(code).orElseThrow(() -> new NotFound("practice " + code)));
    if (practice.version() != base.version()) {
      throw new ChangedMeanwhile();
    }
    return practice;
  }

  private Practice allowed(Practice practice) {
    if (!permissions.edits(practice.regionCode())) {
      throw new NotAllowed();
    }
    return practice;
  }

  private static OpenPractice open(Practice practice, String language) {
    String wanted = language == null ? practice.textFor("").language() : language;
    Optional<PracticeText> text = practice.text(wanted);
    return new OpenPractice(
        new PracticeBase(practice.version(), wanted),
        new PracticeEdit(
            practice.regionCode(),
            practice.memberCode(),
            practice.themeCode(),
            String.valueOf(practice.year()),
            wanted,
            text.map(PracticeText::title).orElse(""),
            text.map(PracticeText::summary).orElse(""),
            text.map(PracticeText::body).orElseGet(() -> PracticeBody.of(""))));
  }

  private static PracticeView view(Practice practice, PracticeText text) {
    return new PracticeView(
        new PracticeSummary(
            practice.code(),
            practice.regionCode(),
            practice.memberCode(),
            practice.themeCode(),
            practice.year(),
            text.language(),
            text.title(),
            text.summary(),
            practice.languages(),
            practice.published(),
            practice.publishedAt(),
            practice.updatedAt()),
        text.body(),
        text.original());
  }
}
