package org.portolan.collection;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.portolan.platform.persistence.InstantColumn;

/** A collection and whether readers see it; its words and practices are kept beside it. */
@Entity
@Table(name = "practice_collection")
class PracticeCollection {
  private static final String DRAFT = "draft";
  private static final String PUBLISHED = "published";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "region_code")
  private String regionCode;

  private String state = DRAFT;

  /** Since when it is there for readers the first time. */
  @Column(name = "published_at")
  @Convert(converter = InstantColumn.class)
  private Instant publishedAt;

  @Column(name = "updated_at")
  @Convert(converter = InstantColumn.class)
  private Instant updatedAt;

  @Version private int version;

  protected PracticeCollection() {}

  PracticeCollection(String regionCode, Instant now) {
    this.regionCode = regionCode;
    this.updatedAt = now;
  }

  void changed(Instant now) {
    updatedAt = now;
  }

  void publish(Instant now) {
    state = PUBLISHED;
    updatedAt = now;
    if (publishedAt == null) {
      publishedAt = now;
    }
  }

  void takeDown(Instant now) {
    state = DRAFT;
    updatedAt = now;
  }

  boolean published() {
    return state.equals(PUBLISHED);
  }

  long id() {
    return id;
  }

  String regionCode() {
    return regionCode;
  }

  String state() {
    return state;
  }

  Instant publishedAt() {
    return publishedAt;
  }

  Instant updatedAt() {
    return updatedAt;
  }

  int version() {
    return version;
  }
}
