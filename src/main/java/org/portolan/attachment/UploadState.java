package org.portolan.attachment;

/** How much of a file has come. */
public record UploadState(String id, UploadPlan plan, long received) {
  public boolean whole() {
    return received == plan.size();
  }
}
