package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.portolan.enrolment.AnswerLinks.Question;
import org.portolan.enrolment.AnswerTokens.Link;
import org.portolan.enrolment.Enrolments.Open;
import org.portolan.enrolment.OfferRequest.State;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.web.NotFound;
import org.portolan.seat.ApplicationState;

/**
 * Answers to offered seats by the links of the letter, from people who are not signed in: whoever
 * holds the letter may answer for its reader, who is written to then. Looking at what a link leads
 * to changes nothing.
 */
@ApplicationScoped
public class OfferAnswers {
  @Inject private AnswerLinks links;
  @Inject private Enrolments enrolments;
  @Inject private ApplicationRepository applications;
  @Inject private ApplicationRows rows;
  @Inject private Clock clock;

  /** What a link leads to. 404 where nobody here signed it. */
  @Transactional
  public OfferRequest find(String token, Language reader) {
    Link link = read(token);
    ApplicationSummary application =
        rows.find(link.application(), reader).orElseThrow(() -> new NotFound("offer"));
    State state =
        State.of(
            application.state(),
            application.session().terms(),
            link,
            applications.get(link.application()).offers(),
            clock.instant());
    return new OfferRequest(
        state,
        application.id(),
        application.session(),
        state == State.OPEN ? application.offeredUntil() : null);
  }

  /**
   * Answers by a link.
   *
   * @return false where it can no longer be answered
   */
  @Transactional
  public boolean answer(String token, OfferAnswer answer) {
    Link link = read(token);
    Instant now = clock.instant();
    Open open = enrolments.open(applications.sessionOf(link.application()), now);
    Application application = applications.get(link.application());
    ApplicationState before = application.state();
    SessionTerms terms = open.held().terms().orElseThrow();
    if (State.of(before, terms, link, application.offers(), now) != State.OPEN) {
      // what time has brought to the book is kept all the same
      enrolments.keep(open.held(), now);
      return false;
    }
    answer.give(open.enrolment(), application, now);
    // the applicant is told: the letter may be in other hands
    enrolments.keep(open, application, now);
    enrolments.deed(answer.action(), application, before).change("way", null, "link").write();
    return true;
  }

  private Link read(String token) {
    return links.read(Question.OFFER, token).orElseThrow(() -> new NotFound("offer"));
  }
}
