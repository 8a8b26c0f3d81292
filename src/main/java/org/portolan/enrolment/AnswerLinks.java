package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.portolan.enrolment.AnswerTokens.Link;
import org.portolan.platform.secret.SealedBox;

/**
 * The links by which people answer without signing in: signed with the key of secrets, so that
 * nobody makes one up, each for one application, one question and a time.
 */
@ApplicationScoped
class AnswerLinks {
  @Inject private SealedBox box;

  /** What is asked; a link for one question answers no other. */
  enum Question {
    /** Whether the supervisor agrees. */
    CONSENT("application.supervisor_link"),
    /** Whether the applicant takes the seat that is offered. */
    OFFER("application.offers");

    private final String place;

    Question(String place) {
      this.place = place;
    }
  }

  /** For the supervisor of an application. */
  String consent(Application application, Instant expires) {
    return tokens(Question.CONSENT)
        .write(new Link(application.id(), application.supervisorLink(), expires));
  }

  /** For the applicant to whom a seat is offered: good as long as the offer stands. */
  String offer(Application application) {
    return tokens(Question.OFFER)
        .write(new Link(application.id(), application.offers(), application.standing().until()));
  }

  /** What a token says; empty where this installation did not sign it for such a question. */
  Optional<Link> read(Question question, String token) {
    return tokens(question).read(token);
  }

  private AnswerTokens tokens(Question question) {
    return new AnswerTokens(content -> box.mark(content, question.place));
  }
}
