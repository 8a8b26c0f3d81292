/**
 * How long records are kept that have served their purpose, as each feature says it for its own.
 * {@code platform.forgetting} keeps to it.
 */
package org.portolan.platform.retention;
