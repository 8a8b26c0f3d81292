package org.portolan.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;

/** What a person says about themselves beyond name, address and post. */
@Entity
@Table(name = "profile")
class Profile {
  @Id
  @Column(name = "person_id")
  private long personId;

  private String grade = "";

  @Column(name = "in_service_since")
  private LocalDate inServiceSince;

  @Column(name = "in_post_since")
  private LocalDate inPostSince;

  private String languages = "";

  @Column(name = "supervisor_name")
  private String supervisorName = "";

  @Column(name = "supervisor_email")
  private String supervisorEmail = "";

  private String gender = "";
  private String zone = "";
  private String accessibility = "";

  @Column(name = "name_public")
  private boolean namePublic;

  /** By colleagues, by name. */
  private boolean findable;

  @Version private int version;

  protected Profile() {}

  Profile(long personId) {
    this.personId = personId;
  }

  int version() {
    return version;
  }

  String zone() {
    return zone;
  }

  boolean namePublic() {
    return namePublic;
  }

  void change(ProfileEdit edit) {
    grade = edit.grade();
    inServiceSince = day(edit.inServiceSince());
    inPostSince = day(edit.inPostSince());
    languages = edit.levelsText();
    supervisorName = edit.supervisorName();
    supervisorEmail = edit.supervisorEmail();
    gender = edit.gender();
    zone = edit.zone();
    accessibility = edit.accessibility();
    namePublic = edit.namePublic();
    findable = edit.findable();
  }

  long personId() {
    return personId;
  }

  PostAndLanguages postAndLanguages() {
    return new PostAndLanguages(inPostSince, ProfileEdit.levels(languages));
  }

  private static LocalDate day(String typed) {
    return typed.isEmpty() ? null : LocalDate.parse(typed);
  }

  private static String typed(LocalDate day) {
    return day == null ? "" : day.toString();
  }

  ProfileEdit of(Person person) {
    return new ProfileEdit(
        person.givenName(),
        person.familyName(),
        person.summary().post(),
        grade,
        person.summary().language(),
        typed(inServiceSince),
        typed(inPostSince),
        ProfileEdit.levels(languages),
        supervisorName,
        supervisorEmail,
        gender,
        zone,
        accessibility,
        namePublic,
        findable,
        version);
  }

  String supervisorName() {
    return supervisorName;
  }

  String supervisorEmail() {
    return supervisorEmail;
  }
}
