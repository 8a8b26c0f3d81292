package org.portolan.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portolan.running.PackagedApplication;

/**
 * Sixty-four clients on few seats for a while, on one node and on two: what they were told is what
 * is there, and everything that is there was asked for or follows from the rules.
 */
class SeatHistoryIT {
  private static TwoNodes nodes;

  @BeforeAll
  static void start() {
    nodes = TwoNodes.shared();
  }

  @Test
  void onOneNodeNothingIsLostOversoldOrDoneTwice() throws Exception {
    drill("one node", client -> nodes.node(0));
  }

  @Test
  void onTwoNodesNothingIsLostOversoldOrDoneTwice() throws Exception {
    drill("two nodes", client -> nodes.node(client));
  }

  private static void drill(String where, IntFunction<PackagedApplication> node) throws Exception {
    Duration time = Duration.ofSeconds(TwoNodes.count(4, 60));
    HotSessions hot =
        HotSessions.make(
            nodes.database().dataSource(),
            nodes.world().openSessions().get(0),
            SeatClients.OFFICERS);
    SeatClients clients = SeatClients.start(hot, node);
    Thread.sleep(time.toMillis());
    // each way is gone some times, or the drill shows nothing
    clients.awaitEach(2);
    List<SeatAct> history = clients.stop();
    SeatVerdict verdict = SeatVerdict.of(nodes.database(), hot, history, "history-" + where);

    System.out.printf("Seats under load, %s, %d s: %s%n", where, time.toSeconds(), verdict.text());
    assertThat(clients.strange()).as("strange answers").isEmpty();
    assertThat(history)
        .as("failures while nothing is killed")
        .flatExtracting(SeatAct::tries)
        .extracting(SeatAct.Try::answer)
        .noneMatch(answer -> answer.matches("5\\d\\d.*|.*\"status\":5\\d\\d.*"));
    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.verified()).contains("The ledgers hold.");
  }
}
