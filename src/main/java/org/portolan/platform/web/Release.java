package org.portolan.platform.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.portolan.platform.security.Token;

/** Which Portolan this is. */
@ApplicationScoped
public class Release {
  private static final String RESOURCES = "/resources/portolan/";
  private static final int STAMP_LENGTH = 12;

  @Inject private ServletContext context;

  private String version;
  private String stamp;

  @PostConstruct
  void read() {
    try (InputStream in = context.getResourceAsStream("/META-INF/MANIFEST.MF")) {
      version =
          new Manifest(in).getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
      stamp = Token.sha256(resources()).substring(0, STAMP_LENGTH);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As the build named it. */
  public String version() {
    return version;
  }

  /** Differs when any style sheet, script or picture of the frame does. */
  public String stamp() {
    return stamp;
  }

  private byte[] resources() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (String path : new TreeSet<>(context.getResourcePaths(RESOURCES))) {
      try (InputStream in = context.getResourceAsStream(path)) {
        if (in != null) {
          in.transferTo(all);
        }
      }
    }
    return all.toByteArray();
  }
}
