package org.portolan.platform.storage;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/** Sends a file that somebody else has sent: to be kept, never to be shown by us as a page. */
public final class FileDownload {
  private FileDownload() {}

  /**
   * @param name for whoever keeps it, of letters, digits and hyphens, without what follows the dot
   */
  public static void send(
      FileStore store, StoredFile file, String name, HttpServletResponse response)
      throws IOException {
    if (!name.matches("[A-Za-z0-9-]{1,80}")) {
      throw new IllegalArgumentException("no name for a download: " + name);
    }
    String ending = file.mediaType().substring(file.mediaType().lastIndexOf('/') + 1);
    sendNamed(store, file, "filename=\"" + name + "." + ending + "\"", response);
  }

  /** The same under the name that its sender gave it. */
  public static void send(
      FileStore store, StoredFile file, FileName name, HttpServletResponse response)
      throws IOException {
    sendNamed(store, file, name.parameters(), response);
  }

  private static void sendNamed(
      FileStore store, StoredFile file, String name, HttpServletResponse response)
      throws IOException {
    try (InputStream in = store.open(file)) {
      response.setContentType(file.mediaType());
      response.setContentLengthLong(file.size());
      response.setHeader("Content-Disposition", "attachment; " + name);
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
      response.setHeader("Cache-Control", "no-store");
      in.transferTo(response.getOutputStream());
    }
  }
}
