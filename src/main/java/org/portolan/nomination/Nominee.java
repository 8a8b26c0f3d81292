package org.portolan.nomination;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** An officer on the list of an administration. */
@Entity
@Table(name = "nominee")
class Nominee {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne
  @JoinColumn(name = "nomination_id")
  private Nomination nomination;

  @Column(name = "person_id")
  private long personId;

  /** From 1 among the nominees, or among the alternates; 0 once another stepped in. */
  private int place;

  private boolean alternate;
  private String words;

  /** Null until it is handed in. */
  @Column(name = "application_id")
  private Long applicationId;

  protected Nominee() {}

  Nominee(Nomination nomination, long personId, boolean alternate, int place, String words) {
    this.nomination = nomination;
    this.personId = personId;
    this.alternate = alternate;
    this.place = place;
    this.words = words;
  }

  Long id() {
    return id;
  }

  long personId() {
    return personId;
  }

  int place() {
    return place;
  }

  boolean alternate() {
    return alternate;
  }

  String words() {
    return words;
  }

  Long applicationId() {
    return applicationId;
  }

  boolean handedIn() {
    return applicationId != null;
  }

  /** Whether another has its place now. */
  boolean gone() {
    return place == 0;
  }

  void at(int newPlace) {
    place = newPlace;
  }

  void handedIn(long application) {
    applicationId = application;
  }

  /** Takes the place of one who leaves the list. */
  void stepsIn(Nominee leaving, long application) {
    alternate = false;
    place = leaving.place;
    applicationId = application;
    leaving.place = 0;
  }
}
