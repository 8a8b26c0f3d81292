package org.portolan.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionalException;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.platform.security.Scope;

@ArquillianTest
class AuditTrailIT {
  @Inject private AuditTrail audit;
  @Inject private Scenario scenario;

  @Resource(lookup = Scenario.TRANSACTIONS)
  private TransactionManager transaction;

  private final String record = UUID.randomUUID().toString();

  @BeforeEach
  void signIn() {
    scenario.as(7, Scenario.MEMBER);
  }

  @AfterEach
  void signOut() {
    scenario.asNobody();
  }

  @Test
  void anEntryIsThereOnceItsTransactionIs() throws Exception {
    transaction.begin();
    audit.entry("test.changed", "test", record).change("seats", 10, 12).write();
    transaction.commit();
    assertThat(entries()).isEqualTo(1);
  }

  @Test
  void whatIsRolledBackLeavesNoEntry() throws Exception {
    transaction.begin();
    audit.entry("test.changed", "test", record).change("seats", 10, 12).write();
    transaction.rollback();
    assertThat(entries()).isZero();
  }

  @Test
  void withoutATransactionNothingIsWritten() {
    Deed deed = audit.entry("test.changed", "test", record);
    assertThatThrownBy(deed::write).isInstanceOf(TransactionalException.class);
    assertThat(entries()).isZero();
  }

  @Test
  void anEntryCostsOneStatement() throws Exception {
    transaction.begin();
    List<String> sent =
        Statements.of(
            () -> {
              audit
                  .entry("test.changed", "test", record)
                  .scope(Scope.member(Scenario.MEMBER))
                  .change("seats", 10, 12)
                  .write();
              return null;
            });
    transaction.commit();
    assertThat(sent).hasSize(1);
  }

  @Test
  void manyEntriesCostFewStatements() throws Exception {
    transaction.begin();
    List<Deed> deeds =
        java.util.stream.LongStream.range(0, 200)
            .mapToObj(
                i ->
                    audit
                        .entry("test.changed", "test", record)
                        .personal(1_000_000 + i, "email", "a@example.org", "b@example.org"))
            .toList();
    List<String> sent =
        Statements.of(
            () -> {
              audit.writeAll(deeds);
              return null;
            });
    transaction.commit();
    assertThat(sent).hasSizeLessThanOrEqualTo(4);
    assertThat(entries()).isEqualTo(200);
  }

  @Test
  void entriesAreSealedWithinMoments() throws Exception {
    transaction.begin();
    audit.entry("test.changed", "test", record).write();
    transaction.commit();
    for (int i = 0; i < 200 && sealed() == 0; i++) {
      Thread.sleep(50);
    }
    assertThat(sealed()).isEqualTo(1);
  }

  private long entries() {
    return scenario.number("SELECT COUNT(*) FROM audit_entry WHERE record_id = ?", record);
  }

  private long sealed() {
    return scenario.number(
        "SELECT COUNT(*) FROM audit_entry WHERE record_id = ? AND seq IS NOT NULL", record);
  }
}
