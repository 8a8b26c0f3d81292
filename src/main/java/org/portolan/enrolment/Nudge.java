package org.portolan.enrolment;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.portolan.approval.Approver;
import org.portolan.approval.Ask;
import org.portolan.enrolment.Deciders.Case;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;

/** Whom a letter reaches where nobody answered: those who are asked, and later others. */
record Nudge(DeciderLetters.Kind kind, Role role, Scope scope) {

  /**
   * To whoever is asked, or to those who may answer too by now. Supervisors hold no office: see
   * {@link #remindsSupervisor}. Where others are asked before the day is over, nobody was there who
   * could answer.
   *
   * @param memberRegion the region of a Member
   * @param centreRegion the region of a centre
   */
  static Optional<Nudge> of(
      Case one,
      Instant now,
      Function<String, Optional<String>> memberRegion,
      Function<String, Optional<String>> centreRegion) {
    return switch (one.ask().urgency()) {
      case ASKED -> Optional.empty();
      case REMINDED -> asked(one).map(to -> to.nudge(DeciderLetters.Kind.REMINDER));
      case ESCALATED ->
          also(one, memberRegion, centreRegion).map(to -> to.nudge(late(one.ask(), now)));
    };
  }

  /** To the administrators of the platform, so that no application waits for nobody. */
  static Nudge lastResort() {
    return new To(Role.ADMIN, Scope.PLATFORM).nudge(DeciderLetters.Kind.VACANT);
  }

  /**
   * Whom it reaches instead where nobody holds that office: the Regional Office for those of its
   * Members, the administrators for a Regional Office. A reminder reaches nobody else.
   */
  Optional<Nudge> beyond(Function<String, Optional<String>> memberRegion) {
    if (kind == DeciderLetters.Kind.REMINDER || role == Role.ADMIN) {
      return Optional.empty();
    }
    Optional<String> region =
        role == Role.COORDINATOR ? memberRegion.apply(scope.code()) : Optional.empty();
    return Optional.of(
        region.map(code -> office(code).nudge(DeciderLetters.Kind.VACANT)).orElse(lastResort()));
  }

  private static DeciderLetters.Kind late(Ask ask, Instant now) {
    if (ask.over(now)) {
      return DeciderLetters.Kind.ESCALATED;
    }
    return ask.approver() == Approver.SUPERVISOR
        ? DeciderLetters.Kind.ADDRESS
        : DeciderLetters.Kind.VACANT;
  }

  static boolean remindsSupervisor(Ask ask) {
    return ask.approver() == Approver.SUPERVISOR && ask.urgency() == Ask.Urgency.REMINDED;
  }

  /** Neither a coordinator nor anybody instead, or nobody but the applicant. */
  static boolean nobodyIsThere(Set<Long> deciders, long applicant) {
    return deciders.isEmpty() || deciders.equals(Set.of(applicant));
  }

  private static Optional<To> asked(Case one) {
    return switch (one.ask().approver()) {
      case SUPERVISOR -> Optional.empty();
      case COORDINATOR -> Optional.of(coordinator(one));
      case CENTRE -> Optional.of(new To(Role.CENTRE, Scope.centre(one.centreCode())));
      case DONOR ->
          Optional.ofNullable(one.donorCode()).map(donor -> new To(Role.DONOR, Scope.body(donor)));
    };
  }

  private static Optional<To> also(
      Case one,
      Function<String, Optional<String>> memberRegion,
      Function<String, Optional<String>> centreRegion) {
    return switch (one.ask().approver()) {
      case SUPERVISOR -> Optional.of(coordinator(one));
      case COORDINATOR -> memberRegion.apply(one.memberCode()).map(Nudge::office);
      case CENTRE, DONOR -> centreRegion.apply(one.centreCode()).map(Nudge::office);
    };
  }

  private static To coordinator(Case one) {
    return new To(Role.COORDINATOR, Scope.member(one.memberCode()));
  }

  private static To office(String region) {
    return new To(Role.ROCB, Scope.region(region));
  }

  private record To(Role role, Scope scope) {
    Nudge nudge(DeciderLetters.Kind kind) {
      return new Nudge(kind, role, scope);
    }
  }
}
