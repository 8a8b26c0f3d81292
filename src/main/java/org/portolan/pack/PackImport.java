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
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "region_code")
  private String regionCode;

  private String staged;

  @Column(name = "file_name")
  private String fileName;

  private long size;

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

  SentPack sent() {
    return new SentPack(id, regionCode, fileName, size, begunAt);
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
