package org.portolan.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.audit.Deed;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.TypedLine;
import org.portolan.region.Directory;

/**
 * Practices that travel from one installation to another: given away to whoever may read them, and
 * taken in as drafts by editors, with their licence and source.
 */
@ApplicationScoped
public class PracticeParcels {
  @Inject private PracticeRepository practices;
  @Inject private PracticeRules rules;
  @Inject private PracticeDrafts drafts;
  @Inject private KnowledgePermissions permissions;
  @Inject private KnowledgeService service;
  @Inject private Directory directory;
  @Inject private CurrentPerson me;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** Those of these that are published and that the person may read, by their numbers. */
  @Transactional
  public Map<Long, PracticeParcel> readable(Collection<Long> ids) {
    return practices.findPublished(ids).stream()
        .filter(permissions::reads)
        .map(this::parcel)
        .collect(Collectors.toMap(PracticeParcel::id, Function.identity()));
  }

  private PracticeParcel parcel(Practice practice) {
    PracticeContent shown = practice.shown();
    return new PracticeParcel(
        practice.id(),
        service.full(practice),
        ContentJson.write(travelling(shown)),
        digest(shown),
        practice.editionAt());
  }

  /** Codes of items mean something else elsewhere, and may name what is for few. */
  private static PracticeContent travelling(PracticeContent content) {
    return new PracticeContent(
        content.region(),
        content.member(),
        content.theme(),
        content.kind(),
        content.year(),
        content.source(),
        content.legalTexts(),
        content.texts());
  }

  /**
   * What would become of a content.
   *
   * @param region where it would stand, unless it comes from another one of the editor
   */
  @Transactional
  public PlacedParcel place(String content, String region) {
    Set<String> own = permissions.requireEditor();
    PracticeContent sent;
    try {
      sent = read(content);
    } catch (IllegalArgumentException e) {
      return new PlacedParcel(
          "", "en", List.of(), "", false, false, Map.of("content", "parcel.unreadable"));
    }
    PracticeContent placed = placed(sent, own, region);
    boolean moved = !placed.region().equals(sent.region());
    boolean orphaned = sent.member() != null && placed.member() == null;
    Map<String, String> problems = problems(placed, own);
    boolean everybody = sent.source().readers().equals(Readers.ALL.code());
    if (!everybody && (moved || orphaned)) {
      problems.put("readers", "parcel.readers");
    }
    PracticeWords original = sent.original().orElseThrow();
    return new PlacedParcel(
        original.title(),
        original.language(),
        sent.texts().stream().map(PracticeWords::language).toList(),
        digest(placed),
        moved,
        orphaned,
        problems);
  }

  private PracticeContent placed(PracticeContent sent, Set<String> own, String region) {
    String where = own.contains(sent.region()) ? sent.region() : region;
    boolean known =
        sent.member() != null
            && directory
                .findMember(sent.member())
                .filter(member -> member.regionCode().equals(where))
                .isPresent();
    return new PracticeContent(
        where,
        known ? sent.member() : null,
        sent.theme(),
        sent.kind(),
        sent.year(),
        sent.source(),
        sent.legalTexts(),
        sent.texts());
  }

  private Map<String, String> problems(PracticeContent content, Set<String> own) {
    Map<String, String> problems = new LinkedHashMap<>();
    for (PracticeWords text : content.texts()) {
      rules
          .problems(
              new PracticeEdit(
                  content.region(),
                  content.member(),
                  content.theme(),
                  String.valueOf(content.year()),
                  text.language(),
                  text.title(),
                  text.summary(),
                  text.body(),
                  content.source(),
                  content.links(),
                  content.kind()),
              own,
              PracticeRules.Wanted.DRAFT)
          .forEach(problems::putIfAbsent);
    }
    return problems;
  }

  /** Begins a practice with all that was sent. Gives its number. */
  @Transactional(rollbackOn = InvalidPractice.class)
  public long draft(String content, String region) throws InvalidPractice {
    Set<String> own = permissions.requireEditor();
    refuse(place(content, region));
    Practice practice = new Practice("new-" + UUID.randomUUID(), me.id());
    practice.redraft(placed(read(content), own, region), me.id(), clock.instant());
    practices.add(practice);
    practice.nameByNumber();
    PracticeFields.of(practice)
        .compare(PracticeFields.NONE, entry("practice.drafted", practice))
        .write();
    return practice.id();
  }

  /** Writes what was sent over what its editors see; it stays in its region. */
  @Transactional(rollbackOn = InvalidPractice.class)
  public void write(String code, String content) throws InvalidPractice {
    Practice practice = drafts.lock(code);
    PracticeContent before = drafts.content(practice);
    refuse(place(content, before.region()));
    PracticeContent sent = read(content);
    PracticeContent after =
        new PracticeContent(
            before.region(),
            before.member(),
            sent.theme(),
            sent.kind(),
            sent.year(),
            sent.source(),
            Stream.concat(
                    before.links().stream().filter(link -> !link.instrument()),
                    sent.legalTexts().stream())
                .toList(),
            sent.texts());
    Map<String, String> problems = problems(after, permissions.requireEditor());
    if (!problems.isEmpty()) {
      throw new InvalidPractice(problems);
    }
    drafts.keep(practice, after);
    Deed deed =
        PracticeFields.of(practice.state(), after)
            .compare(
                PracticeFields.of(practice.state(), before), entry("practice.changed", practice));
    if (deed.changesAnything()) {
      deed.write();
    }
  }

  /** How these stand, by their numbers. */
  @Transactional
  public Map<Long, ParcelStand> standing(Collection<Long> ids) {
    permissions.requireEditor();
    Map<Long, PracticeContent> work = practices.works(ids);
    return practices.findAny(ids).stream()
        .map(practice -> stand(practice, work.getOrDefault(practice.id(), practice.shown())))
        .collect(Collectors.toMap(ParcelStand::id, Function.identity()));
  }

  private ParcelStand stand(Practice practice, PracticeContent content) {
    if (!permissions.edits(practice.regionCode())) {
      return new ParcelStand(practice.id(), null, false, false, "", null);
    }
    return new ParcelStand(
        practice.id(),
        practice.code(),
        true,
        !practice.archived() && practice.stage() != PracticeStage.REVIEW,
        digest(content),
        practice.editionAt());
  }

  /** The numbers of practices by their codes, whoever may see them. */
  @Transactional
  public Map<String, Long> numbers(Collection<String> codes) {
    permissions.requireEditor();
    return practices.numbersOfCodes(codes);
  }

  private Deed entry(String action, Practice practice) {
    return audit
        .entry(action, KnowledgeService.KIND, practice.id())
        .scope(Scope.region(practice.regionCode()));
  }

  private static void refuse(PlacedParcel placed) throws InvalidPractice {
    if (!placed.problems().isEmpty()) {
      throw new InvalidPractice(placed.problems());
    }
  }

  static String digest(PracticeContent content) {
    String said =
        ContentJson.write(
            new PracticeContent(
                "",
                null,
                content.theme(),
                content.kind(),
                content.year(),
                content.source(),
                content.legalTexts(),
                content.texts()));
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /**
   * Reads what others wrote.
   *
   * @throws IllegalArgumentException where it is no content, or one that contradicts itself
   */
  static PracticeContent read(String json) {
    PracticeContent sent;
    try {
      sent = ContentJson.read(json);
    } catch (RuntimeException e) {
      // whatever it stumbles over: the reader of JSON has no common type for it
      throw new IllegalArgumentException(e);
    }
    List<PracticeWords> texts = sent.texts().stream().map(PracticeParcels::lines).toList();
    PracticeWords original =
        texts.stream()
            .filter(PracticeWords::original)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no original"));
    Set<String> once = new HashSet<>();
    for (PracticeWords text : texts) {
      boolean follows =
          text == original
              || !text.original() && text.basedOn() >= 1 && text.basedOn() <= original.revision();
      if (!once.add(text.language()) || !follows || text.revision() < 1) {
        throw new IllegalArgumentException("texts that contradict each other");
      }
    }
    return new PracticeContent(
        sent.region(),
        sent.member(),
        sent.theme(),
        sent.kind(),
        sent.year(),
        sent.source(),
        sent.legalTexts(),
        texts);
  }

  private static PracticeWords lines(PracticeWords text) {
    return new PracticeWords(
        TypedLine.of(text.language()),
        TypedLine.of(text.title()),
        TypedLine.of(text.summary()),
        text.body(),
        text.revision(),
        text.basedOn());
  }
}
