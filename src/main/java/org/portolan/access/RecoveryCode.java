package org.portolan.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A recovery code that was not used yet, known by its mark alone. */
@Entity
@Table(name = "recovery_code")
@IdClass(RecoveryCode.Key.class)
class RecoveryCode {
  @Id
  @Column(name = "person_id")
  private long personId;

  @Id private String mark;

  protected RecoveryCode() {}

  RecoveryCode(long personId, String mark) {
    this.personId = personId;
    this.mark = mark;
  }

  /** Whose it is, and its mark. */
  static class Key implements Serializable {
    private static final long serialVersionUID = 1L;

    private long personId;
    private String mark;

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.personId == personId && key.mark.equals(mark);
    }

    @Override
    public int hashCode() {
      return mark.hashCode();
    }
  }
}
