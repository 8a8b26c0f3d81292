package org.portolan.platform.storage;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.portolan.platform.config.Installation;
import org.portolan.platform.reading.FoundPicture;
import org.portolan.platform.reading.FoundText;
import org.portolan.platform.reading.LimitedReading;
import org.portolan.platform.reading.NotReadable;
import org.portolan.platform.reading.ReadFacts;
import org.portolan.platform.storage.RefusedFile.Reason;
import org.portolan.platform.web.NotFound;

/**
 * Files that people send. One is looked at first ({@link #keep}), outside of any transaction, as
 * that takes its time; then the record that it belongs to says so ({@link #use}), in the
 * transaction that writes the record. The same content is kept once. What no record uses goes after
 * a day or two.
 *
 * <p>Who may read a file is known to the feature whose record uses it, which asks before it finds
 * it here ({@link #find}).
 */
@ApplicationScoped
public class FileStore {
  private static final Logger LOG = Logger.getLogger(FileStore.class.getName());

  @Inject private Installation installation;
  @Inject private LimitedReading reading;
  @Inject @Any private Instance<FileScan> scans;
  @Inject private FileRows rows;

  private FileFolder folder;

  @PostConstruct
  void open() {
    folder = new FileFolder(installation.files());
  }

  /**
   * Takes a file that keeps to the rules; it is on the disk when this returns. Whoever calls has
   * asked whether the sender may do what they are about to.
   */
  @Transactional(Transactional.TxType.NEVER)
  public StoredFile keep(InputStream in, FileRules rules) throws RefusedFile {
    try {
      FileFolder.Incoming incoming = folder.receive(in, rules.largest());
      try {
        StoredFile file = judge(incoming, rules);
        rows.keep(file, folder, incoming);
        return file;
      } finally {
        folder.drop(incoming);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private StoredFile judge(FileFolder.Incoming incoming, FileRules rules) throws RefusedFile {
    if (incoming.size() == 0) {
      throw RefusedFile.missing();
    }
    if (incoming.size() > rules.largest()) {
      throw RefusedFile.tooLarge(rules);
    }
    // before anything of ours opens it
    boolean scanned = scan(incoming.path());
    ReadFacts facts = facts(incoming.path(), rules);
    int pages = 0;
    if (rules.kind() == FileKind.PDF) {
      pages = DocumentRules.pages(facts, rules);
    } else {
      DocumentRules.requireFormat(facts);
    }
    return new StoredFile(
        incoming.hash(), incoming.size(), rules.kind().mediaType(facts), pages, scanned);
  }

  private boolean scan(Path file) throws RefusedFile {
    boolean scanned = false;
    for (FileScan each : scans) {
      switch (each.scan(file)) {
        case NONE:
          break;
        case CLEAN:
          scanned = true;
          break;
        case INFECTED:
          throw new RefusedFile(Reason.INFECTED);
        case FAILED:
          throw new RefusedFile(Reason.UNSCANNED);
      }
    }
    return scanned;
  }

  private ReadFacts facts(Path file, FileRules rules) throws RefusedFile {
    try {
      return reading.read(rules.kind().reading(), file);
    } catch (NotReadable e) {
      throw new RefusedFile(
          switch (e.reason()) {
            case BROKEN -> Reason.DAMAGED;
            case HEAVY -> Reason.HEAVY;
            case LONG -> Reason.LONG;
            case BUSY -> Reason.BUSY;
          });
    }
  }

  /** A record has this file from now on, in the place of another it may have had. */
  @Transactional
  public void use(StoredFile file, FileUse use) {
    rows.use(file.hash(), use);
  }

  /** A record has no file any more. */
  @Transactional
  public void release(FileUse use) {
    rows.release(use);
  }

  /** The file of a record, for those who may read the record. */
  @Transactional
  public Optional<StoredFile> find(FileUse use) {
    return rows.find(use);
  }

  /** The same for many records of a kind, by record. */
  @Transactional
  public Map<Long, StoredFile> find(String kind, Collection<Long> records) {
    return rows.find(kind, records);
  }

  /** What is written in a file; asks for no transaction, as it takes its time. */
  @Transactional(Transactional.TxType.NEVER)
  public FoundText text(StoredFile file) throws NotReadable {
    return reading.text(folder.path(file.hash()));
  }

  /** How the first page of a file looks, where it has one; takes its time too. */
  @Transactional(Transactional.TxType.NEVER)
  public Optional<FoundPicture> picture(StoredFile file) throws NotReadable {
    return reading.picture(folder.path(file.hash()));
  }

  public InputStream open(StoredFile file) {
    try {
      if (folder.size(file.hash()) != file.size()) {
        LOG.log(
            Level.SEVERE,
            "A file is not in the folder of files, or not whole: {0}. Nodes on one database need"
                + " one folder (PORTOLAN_FILES), and it belongs to the copies of the database.",
            file.hash());
        throw new NotFound("the content of a file");
      }
      return folder.open(file.hash());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  FileFolder folder() {
    return folder;
  }
}
