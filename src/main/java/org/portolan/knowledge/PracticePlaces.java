package org.portolan.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.SignedIn;
import org.portolan.platform.web.NotFound;
import org.portolan.region.Belonging;

/** Practices for what is kept with them: who may see it there, and who may change it. */
@ApplicationScoped
public class PracticePlaces {
  @Inject private PracticeRepository practices;
  @Inject private PracticeDrafts drafts;
  @Inject private KnowledgePermissions permissions;
  @Inject private Belonging belonging;

  /** A practice that the person may read; anything else is not there. */
  @Transactional
  public PracticePlace readable(String code) {
    return practices
        .findByCode(code)
        .filter(practice -> !practice.archived())
        .filter(permissions::reads)
        .map(this::place)
        .orElseThrow(() -> new NotFound("practice " + code));
  }

  /** Those of these that are published and that the person may read, by their numbers. */
  @Transactional
  public Map<Long, PracticePlace> readable(Collection<Long> ids) {
    return practices.findPublished(ids).stream()
        .filter(permissions::reads)
        .map(this::place)
        .collect(Collectors.toMap(PracticePlace::id, Function.identity()));
  }

  /** The same by their codes. */
  @Transactional
  public Map<String, PracticePlace> readableByCode(Collection<String> codes) {
    return readable(practices.idsOfCodes(codes)).values().stream()
        .collect(Collectors.toMap(PracticePlace::code, Function.identity()));
  }

  /**
   * Those of these that may stand in a list which readers see as far as they may: besides what the
   * person may read, the drafts of their own regions.
   */
  @Transactional
  public Map<Long, PracticePlace> known(Collection<Long> ids) {
    return practices.findAny(ids).stream()
        .filter(practice -> !practice.archived())
        .filter(permissions::reads)
        .map(this::place)
        .collect(Collectors.toMap(PracticePlace::id, Function.identity()));
  }

  /** The same by their codes. */
  @Transactional
  public Map<String, PracticePlace> knownByCode(Collection<String> codes) {
    return known(practices.idsOfCodes(codes)).values().stream()
        .collect(Collectors.toMap(PracticePlace::code, Function.identity()));
  }

  /** Who wrote a practice first; empty where nobody here did. */
  @Transactional
  public Optional<Long> author(long id) {
    return practices.findPublished(List.of(id)).stream()
        .map(Practice::authorId)
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** Whether a published practice is for somebody who does not ask now. */
  @Transactional
  public boolean isFor(long id, SignedIn person) {
    return practices.findPublished(List.of(id)).stream()
        .anyMatch(practice -> practice.isFor(belonging.of(person)));
  }

  /** A practice of one of the editor's own regions. */
  @Transactional
  public PracticePlace own(String code) {
    return place(drafts.find(code));
  }

  /**
   * The same for whoever is about to change what is kept with it: it is being written on from now
   * on, and what they do is shown when it is published the next time.
   */
  @Transactional
  public PracticePlace write(String code) {
    Practice practice = drafts.lock(code);
    drafts.keep(practice, drafts.content(practice));
    return place(practice);
  }

  private PracticePlace place(Practice practice) {
    PracticeText title =
        practice.texts().stream()
            .filter(PracticeText::original)
            .findFirst()
            .orElseGet(() -> practice.textFor(Language.EN.code()));
    return new PracticePlace(
        practice.id(),
        practice.code(),
        practice.regionCode(),
        practice.memberCode(),
        practice.year(),
        title.title(),
        title.language(),
        practice.draft(),
        permissions.edits(practice.regionCode()),
        permissions.edits(practice.regionCode())
            && !practice.archived()
            && practice.stage() != PracticeStage.REVIEW);
  }
}
