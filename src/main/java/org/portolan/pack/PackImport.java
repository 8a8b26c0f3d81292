package org.portolan.pack;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.portolan.platform.persistence.InstantColumn;

/** A pack that lies at the desk of a region until its editors are through with it. */
@Entity
@Table(name = "pack_import")
class PackImport {
  static final String PACK = "pack";
  static final String FOLDER = "folder";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "region_code")
  private String regionCode;

  private String staged;

  @Column(name = "file_name")
  private String fileName;

  private long size;
  private String kind = PACK;

  /** That documents of a folder are in, and their theme, where its table says nothing else. */
  private String language;

  @Column(name = "theme_code")
  private String theme;

  @Column(name = "begun_at")
  @Convert(converter = InstantColumn.class)
  private Instant begunAt;

  protected PackImport() {}

  PackImport(String regionCode, String staged, String fileName, long size, Instant now) {
    this.regionCode = regionCode;
    this.staged = staged;
    this.fileName = fileName;
    this.size = size;
    this.begunAt = now;
  }

  /** A folder of documents. */
  PackImport(Folders.Usual usual, String staged, String fileName, long size, Instant now) {
    this(usual.region(), staged, fileName, size, now);
    this.kind = FOLDER;
    this.language = usual.language();
    this.theme = usual.theme();
  }

  SentPack sent() {
    return new SentPack(id, regionCode, fileName, size, begunAt);
  }

  String kind() {
    return kind;
  }

  String language() {
    return language;
  }

  String theme() {
    return theme;
  }

  String staged() {
    return staged;
  }

  long id() {
    return id;
  }

  String regionCode() {
    return regionCode;
  }
}
