package org.portolan.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.portolan.platform.audit.AuditPage;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.audit.Deed;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.persistence.Slice;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.region.Belonging;
import org.portolan.region.Directory;
import org.portolan.thesaurus.ThemeNames;

/** Reading practices, which everybody may, and writing them, which editors do for their region. */
@ApplicationScoped
public class KnowledgeService {
  /** What practices are called in the index. */
  public static final String KIND = "practice";

  static final int LONGEST_NOTE = 400;

  private static final int HISTORY = 50;

  @Inject private PracticeRepository practices;
  @Inject private PracticeRules rules;
  @Inject private PracticeDrafts drafts;
  @Inject private ReviewLetters letters;
  @Inject private SimilarPractices similar;
  @Inject private KnowledgePermissions permissions;
  @Inject private Directory directory;
  @Inject private ThemeNames themes;
  @Inject private CurrentPerson me;
  @Inject private Belonging belonging;
  @Inject private Clock clock;
  @Inject private AuditTrail audit;

  /** Published practices for whoever asks, newest first. */
  @Transactional
  public PracticePage newest(PracticeFilter filter, Language reader, int from, int count) {
    return meant(filter)
        ? practices.listPublished(filter, belonging.mine(), reader, from, count)
        : new PracticePage(List.of(), 0);
  }

  /**
   * Published practices for whoever asks, newest first, behind a place in the list.
   *
   * @param member or null for any
   * @param cursor what {@link PracticeSlice#next} said, null for the beginning
   */
  @Transactional
  public PracticeSlice after(
      PracticeFilter filter, String member, String cursor, int count, Language reader) {
    Map<String, String> unknown = unknown(filter, member);
    if (!unknown.isEmpty()) {
      return new PracticeSlice(List.of(), 0, null, unknown);
    }
    PracticePage found =
        practices.listPublishedAfter(
            filter,
            member,
            belonging.mine(),
            reader,
            PracticeCursor.read(cursor).orElse(null),
            count + 1);
    boolean more = found.items().size() > count;
    List<PracticeSummary> shown = more ? found.items().subList(0, count) : found.items();
    return new PracticeSlice(
        shown,
        found.total(),
        more ? PracticeCursor.behind(shown.get(count - 1)).written() : null,
        Map.of());
  }

  /** A published practice in all its languages, for whom it is. */
  @Transactional
  public Optional<PracticeInFull> inFull(String code) {
    return practices
        .findByCode(code)
        .filter(practice -> practice.published() && permissions.reads(practice))
        .map(this::full);
  }

  PracticeInFull full(Practice practice) {
    PracticeView view = view(practice, practice.textFor(""));
    PracticeContent shown = practice.shown();
    return new PracticeInFull(
        view.summary(),
        view.edition(),
        view.source(),
        view.links(),
        view.kind(),
        shown.texts().stream()
            .map(
                text ->
                    new PracticeInFull.Text(
                        text.language(),
                        text.title(),
                        text.summary(),
                        text.body(),
                        text.original(),
                        shown.stale(text)))
            .toList());
  }

  /** Published practices of a Member's administration, newest first. */
  @Transactional
  public PracticePage newestOfMember(String member, Language reader, int count) {
    return practices.listPublishedOfMember(member, belonging.mine(), reader, count);
  }

  /** How many published practices that are for everybody each region has. */
  @Transactional
  public Map<String, Long> publishedByRegion() {
    return practices.countPublishedByRegion();
  }

  /** A published practice, or a draft for those who edit it; in the original where it must be. */
  @Transactional
  public Optional<PracticeView> find(String code, Language reader) {
    return practices
        .findByCode(code)
        .filter(practice -> !practice.archived())
        .filter(permissions::reads)
        .map(practice -> view(practice, practice.textFor(reader.code())));
  }

  /** Those of these that are published and that the person may read, by their numbers. */
  @Transactional
  public Map<Long, PracticeSummary> summaries(Collection<Long> ids, Language reader) {
    return practices.findPublished(ids).stream()
        .filter(permissions::reads)
        .collect(
            Collectors.toMap(
                Practice::id,
                practice -> view(practice, practice.textFor(reader.code())).summary()));
  }

  /** What readers are told of a practice that they could read before. */
  @Transactional
  public Optional<ArchivedPractice> archived(String code, Language reader) {
    return practices
        .findByCode(code)
        .filter(Practice::archived)
        .filter(
            practice ->
                practice.isFor(belonging.mine()) || permissions.edits(practice.regionCode()))
        .map(
            practice ->
                new ArchivedPractice(
                    practice.code(),
                    practice.textFor(reader.code()).title(),
                    practice.textFor(reader.code()).language(),
                    practice.regionCode(),
                    practice.archivedAt(),
                    successor(practice, reader)));
  }

  private PracticeSummary successor(Practice practice, Language reader) {
    return practice.successorId() == null
        ? null
        : practices.findPublished(List.of(practice.successorId())).stream()
            .filter(permissions::reads)
            .findFirst()
            .map(found -> view(found, found.textFor(reader.code())).summary())
            .orElse(null);
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
  public OpenPractice open(String code, String language) {
    Practice practice = drafts.find(code);
    PracticeContent content = drafts.content(practice);
    String wanted =
        language == null ? content.original().map(PracticeWords::language).orElse("en") : language;
    Optional<PracticeWords> text = content.text(wanted);
    return new OpenPractice(
        new PracticeBase(practice.version(), wanted),
        new PracticeEdit(
            content.region(),
            content.member(),
            content.theme(),
            String.valueOf(content.year()),
            wanted,
            text.map(PracticeWords::title).orElse(""),
            text.map(PracticeWords::summary).orElse(""),
            text.map(PracticeWords::body).orElseGet(() -> PracticeBody.of("")),
            content.source(),
            content.links(),
            content.kind()),
        practice.published(),
        practice.stage(),
        practice.answer(),
        text.filter(each -> !each.original()).isPresent(),
        text.filter(content::stale).isPresent());
  }

  /** Begins a practice. Gives its code. */
  @Transactional(rollbackOn = InvalidPractice.class)
  public String draft(PracticeEdit edit) throws InvalidPractice {
    return begin(edit, PracticeRules.Wanted.DRAFT).code();
  }

  /** Begins a practice and hands it in at once. Gives its code. */
  @Transactional(rollbackOn = InvalidPractice.class)
  public String draftAndHandIn(PracticeEdit edit, String note) throws InvalidPractice {
    Practice practice = begin(edit, PracticeRules.Wanted.NEW);
    handIn(practice, note);
    return practice.code();
  }

  /**
   * Keeps what was written, on the draft or on the working copy: readers see nothing of it.
   *
   * @param upToDate whether a translation says now what the original says
   * @throws ChangedMeanwhile when it is no longer what the editor opened
   */
  @Transactional(rollbackOn = InvalidPractice.class)
  public void save(String code, PracticeBase base, PracticeEdit edit, boolean upToDate)
      throws InvalidPractice {
    write(drafts.lock(code, base.version()), base, edit, upToDate, PracticeRules.Wanted.DRAFT);
  }

  /**
   * Keeps what was written and hands it in for another editor of the region to look at.
   *
   * @param upToDate whether a translation says now what the original says
   * @param note what is new, for the list of versions
   * @throws ChangedMeanwhile when it is no longer what the editor opened
   */
  @Transactional(rollbackOn = InvalidPractice.class)
  public void handIn(
      String code, PracticeBase base, PracticeEdit edit, boolean upToDate, String note)
      throws InvalidPractice {
    Practice practice = drafts.lock(code, base.version());
    write(
        practice,
        base,
        edit,
        upToDate,
        practice.draft() ? PracticeRules.Wanted.NEW : PracticeRules.Wanted.SHOWN);
    handIn(practice, note);
  }

  private void write(
      Practice practice,
      PracticeBase base,
      PracticeEdit edit,
      boolean upToDate,
      PracticeRules.Wanted wanted)
      throws InvalidPractice {
    PracticeContent before = drafts.content(practice);
    Map<String, String> problems = rules.problems(edit, permissions.requireEditor(), wanted);
    if (before.hides(edit, base)) {
      problems.put("language", "language.exists");
    }
    refuse(problems);
    PracticeContent after = before.with(edit, upToDate);
    drafts.keep(practice, after);
    Deed deed =
        PracticeFields.of(practice.state(), after)
            .compare(
                PracticeFields.of(practice.state(), before), entry("practice.changed", practice));
    if (deed.changesAnything()) {
      deed.write();
    }
  }

  private void handIn(Practice practice, String note) throws InvalidPractice {
    if (note.length() > LONGEST_NOTE) {
      refuse(Map.of("note", "note.long"));
    }
    practice.handIn(me.id(), note, clock.instant());
    entry("practice.handed-in", practice)
        .change("note", null, note.isEmpty() ? null : note)
        .write();
    letters.handedIn(practice, drafts.content(practice));
  }

  /** Published practices that are much like what is written here, the most alike first. */
  @Transactional
  public List<SimilarPractice> similar(String code, Language reader) {
    Practice practice = drafts.find(code);
    return similar.to(practice, drafts.content(practice), reader);
  }

  /** What is wrong with a draft before it is begun: keys of messages by field. */
  @Transactional
  public Map<String, String> check(PracticeEdit edit) {
    return rules.problems(edit, permissions.requireEditor(), PracticeRules.Wanted.DRAFT);
  }

  /** Published practices that are much like one that is not begun yet. */
  @Transactional
  public List<SimilarPractice> similar(PracticeEdit edit, Language reader) {
    permissions.requireEditor();
    return similar.to(null, PracticeContent.begun(edit), reader);
  }

  /** What was done to a practice, for those who edit it; the newest first. */
  @Transactional
  public AuditPage history(String code) {
    Practice practice = drafts.find(code);
    return audit.history(KIND, practice.id(), null, HISTORY);
  }

  /** The database would take "wca" for WCA, which the page then calls unknown. */
  private boolean meant(PracticeFilter filter) {
    return (filter.region() == null || directory.findRegion(filter.region()).isPresent())
        && (filter.theme() == null || themes.knows(filter.theme()))
        && (filter.language() == null || Language.of(filter.language()).isPresent());
  }

  private Map<String, String> unknown(PracticeFilter filter, String member) {
    Map<String, String> unknown = new LinkedHashMap<>();
    if (filter.region() != null && directory.findRegion(filter.region()).isEmpty()) {
      unknown.put("region", filter.region());
    }
    if (member != null && directory.findMember(member).isEmpty()) {
      unknown.put("member", member);
    }
    if (filter.theme() != null && !themes.knows(filter.theme())) {
      unknown.put("theme", filter.theme());
    }
    if (filter.year() != null && !filter.year().matches("[0-9]{4}")) {
      unknown.put("year", filter.year());
    }
    if (filter.language() != null && Language.of(filter.language()).isEmpty()) {
      unknown.put("language", filter.language());
    }
    return unknown;
  }

  private Practice begin(PracticeEdit edit, PracticeRules.Wanted wanted) throws InvalidPractice {
    refuse(rules.problems(edit, permissions.requireEditor(), wanted));
    Practice practice = new Practice("new-" + UUID.randomUUID(), me.id());
    practice.redraft(PracticeContent.begun(edit), me.id(), clock.instant());
    practices.add(practice);
    practice.nameByNumber();
    PracticeFields.of(practice)
        .compare(PracticeFields.NONE, entry("practice.drafted", practice))
        .write();
    return practice;
  }

  private Deed entry(String action, Practice practice) {
    return audit.entry(action, KIND, practice.id()).scope(Scope.region(practice.regionCode()));
  }

  private static void refuse(Map<String, String> problems) throws InvalidPractice {
    if (!problems.isEmpty()) {
      throw new InvalidPractice(problems);
    }
  }

  private PracticeView view(Practice practice, PracticeText text) {
    return new PracticeView(
        practice.id(),
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
            practice.state(),
            practice.stage(),
            practice.reviewOn(),
            practice.publishedAt(),
            practice.updatedAt()),
        text.body(),
        practice.edition(),
        practice.dueSince(clock.instant()),
        practice.source(),
        practice.links(),
        practice.kind(),
        origin(practice.shown(), text.words()));
  }

  private static PracticeView.Origin origin(PracticeContent content, PracticeWords text) {
    PracticeWords original = content.original().orElse(text);
    return text.original()
        ? null
        : new PracticeView.Origin(
            original.language(), text.basedOn(), original.revision(), content.stale(text));
  }
}
