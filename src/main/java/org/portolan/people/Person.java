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

  void changeAddress(EmailAddress other) {
    email = other.text();
  }

  /** Whether only a pseudonym is left. */
  boolean erased() {
    return erasedAt != null;
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
