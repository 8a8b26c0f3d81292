package org.portolan.finding.asked;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.portolan.need.NeedKind;
import org.portolan.need.NeedSignal;
import org.portolan.need.Needs;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;
import org.portolan.region.Directory;
import org.portolan.region.RegionSummary;
import org.portolan.thesaurus.TermSuggestions;

/**
 * What editors see of searches, those of their regions and of visitors, and what they make of them.
 */
@ApplicationScoped
public class AskedDesk {
  /** Of so many days, counts are summed where it is not said of how many. */
  public static final int DAYS = 90;

  /** Of how many days they can be summed. */
  public static final List<Integer> PERIODS = List.of(7, 30, DAYS);

  private static final String KIND = "search";

  @Inject private AskedRepository repository;
  @Inject private Needs needs;
  @Inject private TermSuggestions suggestions;
  @Inject private Directory directory;
  @Inject private CurrentPerson me;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** Regions of somebody who edits at all; anybody else is refused. */
  @Transactional
  public Set<String> regions() {
    me.require();
    Set<String> mine =
        directory.regions().stream()
            .map(RegionSummary::code)
            .filter(
                region ->
                    me.holds(Role.EDITOR, Scope.region(region))
                        || me.holds(Role.EDITOR, Scope.PLATFORM))
            .collect(Collectors.toCollection(TreeSet::new));
    if (mine.isEmpty()) {
      throw new NotAllowed();
    }
    return mine;
  }

  /**
   * @param region one of {@link #regions}, or null for all of them and visitors
   * @param language of the interface, or null for all
   * @param days one of {@link #PERIODS}
   */
  @Transactional
  public List<AskedLine> list(
      AskedView view, String region, String language, boolean answered, int days) {
    List<String> wanted = region == null ? visible() : List.of(own(region));
    return repository.list(view, wanted, language, answered, today().minusDays(days));
  }

  @Transactional
  public AskedLine open(long id) {
    return repository
        .find(id, visible(), today().minusDays(DAYS))
        .orElseThrow(() -> new NotFound("search " + id));
  }

  /**
   * Suggests the words as a term.
   *
   * @param concept that they mean, or empty where there is none yet
   */
  @Transactional
  public void suggestTerm(long id, int version, String language, String concept) {
    AskedLine line = answered(id, version, "term");
    suggestions.suggest(line.words(), language, concept, (int) line.asked());
  }

  /** Raises a need: a practice that nobody wrote, or training that nobody gives. */
  @Transactional
  public void raise(
      long id, int version, NeedKind kind, String region, String theme, String language) {
    AskedLine line = answered(id, version, kind.code());
    needs.raise(
        new NeedSignal(
            kind,
            own(region),
            null,
            theme,
            language,
            line.words(),
            (int) Math.max(1, line.asked()),
            "search"));
  }

  /** Nothing is to be made of it. */
  @Transactional
  public void dismiss(long id, int version) {
    answered(id, version, "none");
  }

  private AskedLine answered(long id, int version, String answer) {
    AskedLine line = open(id);
    if (!repository.answer(id, version, answer, today())) {
      throw new ChangedMeanwhile();
    }
    audit
        .entry("search.answered", KIND, id)
        .change("wording", null, line.words())
        .change("what", line.answer(), answer)
        .write();
    return line;
  }

  private String own(String region) {
    if (region == null || !regions().contains(region)) {
      throw new NotFound("region " + region);
    }
    return region;
  }

  private List<String> visible() {
    List<String> visible = new ArrayList<>(regions());
    visible.add("");
    return visible;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
