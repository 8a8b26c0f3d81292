package org.portolan.people.colleague;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.web.NotFound;
import org.portolan.region.Belonging;

/**
 * Finding people by name who agreed to it: whoever is signed in finds those of the regions to which
 * they belong. Visitors find nobody, and nobody finds who did not agree.
 */
@ApplicationScoped
public class Colleagues {
  private static final int MOST_WORDS = 4;
  private static final int SHORTEST = 2;

  @Inject private ColleagueRepository people;
  @Inject private Belonging belonging;
  @Inject private CurrentPerson me;

  /** Those whose name goes on as somebody has begun to type; for visitors nothing is asked. */
  @Transactional
  public List<Colleague> begun(String typed, int most) {
    String text = typed.strip();
    if (!me.isSignedIn() || text.length() < SHORTEST) {
      return List.of();
    }
    List<String> words = Stream.of(text.split("\\s+")).limit(MOST_WORDS).toList();
    return people.begun(words, belonging.mine(), most);
  }

  /** Somebody whom the one who asks may find; others are as if they were not there. */
  @Transactional
  public Colleague get(long id) {
    me.require();
    return people.find(id, belonging.mine()).orElseThrow(() -> new NotFound("colleague " + id));
  }
}
