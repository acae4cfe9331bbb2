// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/handon/case_file.h"
#include "workbench/inspect/importer.h"

namespace hookworks {

class Writer;

/// Stores a case with new ids: attempts and captures that belong together still do, a replay of what is in
/// the case names it. Rules come with a listener of their own, which is off. Nothing is sent, and nothing
/// counts for a webhook here.
Result<ImportDone> storeCase(Writer& writer, const CaseFile& file, const PlaceholderValues& values);

} // namespace hookworks
