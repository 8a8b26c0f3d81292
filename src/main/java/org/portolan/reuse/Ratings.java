package org.portolan.reuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.portolan.knowledge.PracticePlace;
import org.portolan.knowledge.PracticePlaces;
import org.portolan.people.People;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotSignedIn;
import org.portolan.platform.web.NotFound;

/**
 * Whether readers found a practice useful. Each who is signed in says so once and may think again;
 * no deed of the trail tells what somebody thinks.
 */
@ApplicationScoped
public class Ratings {
  @Inject private RatingRepository ratings;
  @Inject private PracticePlaces practices;
  @Inject private People people;
  @Inject private CurrentPerson me;
  @Inject private Clock clock;

  /** For the page of a practice, which has asked whether it may be read. */
  @Transactional
  public Rating of(long practice) {
    return ratings.of(practice, me.isSignedIn() ? me.id() : 0);
  }

  /** The practice, for whoever may say something of it. */
  @Transactional
  public PracticePlace practice(String code) {
    me.require();
    PracticePlace practice = practices.readable(code);
    if (practice.draft()) {
      throw new NotFound("rating of " + code);
    }
    return practice;
  }

  /** Says whether it is useful, in the place of what the person said before. */
  @Transactional
  public PracticePlace rate(String code, boolean useful) {
    me.requireSelf();
    PracticePlace practice = practice(code);
    if (!people.holdStill(me.id())) {
      throw new NotSignedIn();
    }
    ratings.rate(practice.id(), me.id(), useful, clock.instant());
    return practice;
  }
}
