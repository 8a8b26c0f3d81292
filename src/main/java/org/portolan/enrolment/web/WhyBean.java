package org.portolan.enrolment.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.portolan.enrolment.EnrolmentService;
import org.portolan.enrolment.Explained;
import org.portolan.enrolment.OutOfTurn;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.seat.ApplicationState;
import org.portolan.seat.Explanation;
import org.portolan.seat.Hindrance;
import org.portolan.selection.Criterion;

/** The page that says why an application stands where it stands; it names nobody else. */
@Named
@RequestScoped
public class WhyBean {
  @Inject private EnrolmentService enrolment;
  @Inject private PageParameters parameters;
  @Inject private CurrentLanguage language;
  @Inject private HindranceWords hindrances;
  @Inject private Texts texts;

  private Explained it;

  public void open() {
    long id = parameters.number("id", 0);
    if (id == 0) {
      throw new NotFound("application");
    }
    it = enrolment.explain(id, language.get());
  }

  public Explained getIt() {
    return it;
  }

  /** Why there is no seat for it, in a sentence. */
  public String getSeat() {
    ApplicationState state = it.summary().state();
    if (it.refusal() != null && it.refusal().approver() != null) {
      return texts.word("enrolment.why.refused", it.refusal().approver().code());
    }
    if (state != ApplicationState.QUEUED) {
      return texts.word("enrolment.why.state", state.code());
    }
    return sentence("enrolment.why.then", it.explanation().then(), texts.get("enrolment.why.turn"));
  }

  /** What was said when it was decided, or null. */
  public String getReason() {
    return it.refusal() == null ? it.reason() : it.refusal().reason();
  }

  /** Points that it had in the selection, by criterion, in their order. */
  public List<Map.Entry<Criterion, Integer>> getPoints() {
    return it.placed().points().entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
  }

  /** Why seats that are left are not for it, in a sentence; or that none is left, or one is. */
  public String getLeft() {
    Explanation told = it.explanation();
    if (told.free() <= 0) {
      return texts.get("enrolment.why.left.none");
    }
    String quiet =
        texts.get(told.moves() ? "enrolment.why.left.yours" : "enrolment.why.left.quiet");
    return texts.of("enrolment.why.left", told.free())
        + " "
        + sentence("enrolment.why.now", told.now(), quiet);
  }

  private String sentence(String key, Optional<Hindrance> hindrance, String otherwise) {
    return hindrance.map(why -> hindrances.sentence(key, why)).orElse(otherwise);
  }

  /** What would bring it a seat. */
  public String getNeeded() {
    Explanation told = it.explanation();
    if (it.summary().state() != ApplicationState.QUEUED) {
      return texts.word("enrolment.why.needed.state", it.summary().state().code());
    }
    return told.now().filter(why -> why.kind() != Hindrance.Kind.FULL).isPresent()
        ? sentence("enrolment.why.needed", told.now(), "")
        : texts.of("enrolment.why.needed.turn", told.ahead().size() + 1);
  }

  /** One line for each seat that went to another. */
  public List<Explanation.Gone> getGone() {
    return it.explanation().gone();
  }

  /** What the centre said when it gave a place or a seat out of turn, or null. */
  public String said(long application, Instant at) {
    return it.outOfTurn().stream()
        .filter(each -> each.is(application, at) && each.reason() != null)
        .map(OutOfTurn::reason)
        .findFirst()
        .orElse(null);
  }

  /** Why others were selected against the ranking. */
  public List<String> getPassedFor() {
    return it.passedOver().stream()
        .map(OutOfTurn::reason)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  public String why(Explanation.Gone gone) {
    return gone.hindrance().isPresent()
        ? sentence("enrolment.why.then", gone.hindrance(), "")
        : texts.word("enrolment.why.gone", gone.why().name().toLowerCase(java.util.Locale.ROOT));
  }
}
