// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/secret_box.h"

namespace hookworks {

class SqlConnection;

/// Seals the settings that a workspace of before kept in clear: webhooks' addresses and own header fields,
/// listeners with their reply rules, reports' documents. What is sealed stays so. A workspace whose settings
/// are sealed has the counter `settings sealed`. Then the file and its log are written anew, so that no byte
/// of the clear text is left in them. Not inside a transaction; needs room for the file once more. DiskFull,
/// CannotWrite: nothing was sealed, or not every byte is gone yet; it is gone after the next time.
Result<void> sealOldSettings(SqlConnection& connection, const SecretBox& secrets);

} // namespace hookworks
