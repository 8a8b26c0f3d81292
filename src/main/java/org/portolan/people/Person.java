package org.portolan.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** Somebody with an account: an officer, whatever offices they hold. */
@Entity
@Table(name = "person")
class Person {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String code;

  @Column(name = "given_name")
  private String givenName;

  @Column(name = "family_name")
  private String familyName;

  private String email;

  @Column(name = "member_code")
  private String memberCode;

  private String language;
  private String post;

  @Column(name = "erased_at")
  private Instant erasedAt;

  @Column(name = "merged_into")
  private Long mergedInto;

  @Column(name = "merged_at")
  private Instant mergedAt;

  /** By which an account was known that was merged into another. */
  @Column(name = "former_email")
  private String formerEmail;

  @Version private int version;

  protected Person() {}

  Person(String code, String givenName, String familyName, EmailAddress email, String language) {
    this.code = code;
    this.givenName = givenName;
    this.familyName = familyName;
    this.email = email.text();
    this.language = language;
    this.post = "";
  }

  /** An officer of an administration, with a code of their own. */
  static Person officer(
      String given,
      String family,
      EmailAddress email,
      String memberCode,
      String language,
      String post) {
    Person person = new Person("P-" + UUID.randomUUID(), given, family, email, language);
    person.memberCode = memberCode;
    person.post = post;
    return person;
  }

  void change(String given, String family, String newPost, String newLanguage) {
    givenName = given;
    familyName = family;
    post = newPost;
    language = newLanguage;
  }

  void changeAdministration(String other) {
    memberCode = other;
  }

  void changeAddress(EmailAddress other) {
    email = other.text();
  }

  /** Whether only a pseudonym is left. */
  boolean erased() {
    return erasedAt != null;
  }

  /** From now on it opens nothing, and its address leads to nobody. */
  void mergeInto(long stays, Instant now) {
    if (mergedInto == null) {
      mergedAt = now;
      formerEmail = email;
      // a domain that is reserved for no mail at all
      email = "merged-" + UUID.randomUUID() + "@merged.invalid";
    }
    mergedInto = stays;
  }

  /** Whether another account took its place. */
  boolean merged() {
    return mergedInto != null;
  }

  Long mergedInto() {
    return mergedInto;
  }

  /** The address by which it was known before another account took its place, or null. */
  String formerEmail() {
    return formerEmail;
  }

  String givenName() {
    return givenName;
  }

  String familyName() {
    return familyName;
  }

  long id() {
    return id;
  }

  EmailAddress email() {
    return new EmailAddress(email);
  }

  PersonSummary summary() {
    return new PersonSummary(
        id, code, givenName + " " + familyName, email, memberCode, language, post);
  }
}
