package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random lives of a session, against a reference that knows nothing but words and a set. */
class EnrolmentModelTest {
  private static final int DEEDS = 2000;
  private static final int PEOPLE = 12;
  private static final Instant START = Instant.parse("2027-03-08T09:00:00Z");

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 7, 42, 1789, 20261124, 99, 5, 310})
  void rulesAgreeWithTheReferenceAndTheLedgerWithBoth(long seed) {
    Random random = new Random(seed);
    boolean needsApproval = random.nextBoolean();
    int capacity = 1 + random.nextInt(5);
    SeatCount seats = new SeatCount(1, capacity);
    Enrolment enrolment = new Enrolment(new SessionTerms(1, true, needsApproval, START), seats);
    Reference reference = new Reference(needsApproval, capacity);
    Map<Long, Application> applications = new HashMap<>();
    Instant now = START.minusSeconds(10L * DEEDS);

    for (int i = 0; i < DEEDS; i++) {
      long person = random.nextInt(PEOPLE);
      // refusals end an application for good: seldom, so that the run stays lively
      int deed = random.nextInt(100);
      now = now.plusSeconds(1);
      String said = act(enrolment, applications, person, deed, now);
      assertThat(said).as("seed %d deed %d", seed, i).isEqualTo(reference.act(person, deed));
      assertThat(seats.taken()).isEqualTo(reference.seated.size()).isLessThanOrEqualTo(capacity);
    }

    List<SeatMove> moves = enrolment.written().stream().map(SeatEntry::move).toList();
    SeatLedger ledger = SeatLedger.replay(capacity, moves);
    assertThat(moves).isNotEmpty();
    assertThat(ledger.taken()).isEqualTo(seats.taken());
    assertThat(ledger.holders())
        .isEqualTo(
            applications.values().stream()
                .filter(Application::holdsSeat)
                .map(Application::personId)
                .collect(Collectors.toSet()));
  }

  private static String act(
      Enrolment enrolment,
      Map<Long, Application> applications,
      long person,
      int deed,
      Instant now) {
    Application known = applications.get(person);
    try {
      if (deed < 40) {
        applications.put(
            person, enrolment.apply(known, person, "XS", Statement.motivation("why"), now));
      } else if (known == null) {
        return "nothing";
      } else if (deed < 70) {
        enrolment.withdraw(known, now);
      } else if (deed < 99) {
        enrolment.approve(known, 100, Statement.remark(null), now);
      } else {
        enrolment.refuse(known, 100, Statement.refusal("no"), now);
      }
      return applications.get(person).state().code();
    } catch (EnrolmentRefused refused) {
      return refused.type();
    }
  }

  /** The rules once more, in the plainest way. */
  private static final class Reference {
    private final boolean needsApproval;
    private final int capacity;
    private final Map<Long, String> states = new HashMap<>();
    private final Set<Long> seated = new HashSet<>();

    Reference(boolean needsApproval, int capacity) {
      this.needsApproval = needsApproval;
      this.capacity = capacity;
    }

    String act(long person, int deed) {
      String state = states.get(person);
      if (deed < 40) {
        return apply(person, state);
      }
      if (state == null) {
        return "nothing";
      }
      boolean waiting = state.equals("waiting");
      if (deed < 70) {
        return waiting || state.equals("approved") ? leave(person) : "already-decided";
      }
      if (!waiting) {
        return "already-decided";
      }
      return deed < 99 ? seat(person) : become(person, "refused");
    }

    private String apply(long person, String state) {
      if ("waiting".equals(state) || "approved".equals(state)) {
        return state;
      }
      if ("refused".equals(state)) {
        return "already-decided";
      }
      if (seated.size() == capacity) {
        return "session-full";
      }
      return needsApproval ? become(person, "waiting") : seat(person);
    }

    private String seat(long person) {
      if (seated.size() == capacity) {
        return "session-full";
      }
      seated.add(person);
      return become(person, "approved");
    }

    private String leave(long person) {
      seated.remove(person);
      return become(person, "withdrawn");
    }

    private String become(long person, String state) {
      states.put(person, state);
      return state;
    }
  }
}
