package org.portolan.platform.retention;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;

/** A kind of record that one statement forgets. */
public abstract class OldRows implements RetentionRule {
  private final String kind;
  private final Period usual;
  private final Period least;
  private final String statement;

  @PersistenceContext private EntityManager entities;

  /**
   * @param statement that changes or deletes rows of one table; {@code ?1} is the moment before
   *     which they served their purpose
   */
  protected OldRows(String kind, Period usual, Period least, String statement) {
    this.kind = kind;
    this.usual = usual;
    this.least = least;
    this.statement = statement;
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public Period usual() {
    return usual;
  }

  @Override
  public Period least() {
    return least;
  }

  @Override
  public int forget(Instant before, int most) {
    return entities
        .createNativeQuery(statement + " LIMIT " + most)
        .setParameter(1, LocalDateTime.ofInstant(before, ZoneOffset.UTC))
        .executeUpdate();
  }
}
