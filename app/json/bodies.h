// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace hookworks {

/// Whether the members that hold bodies and documents are written or left out.
enum class Bodies
{
    Leave,
    Include
};

/// Whether secrets are written, or `***` in their place.
enum class Secrets
{
    Leave,
    Include
};

/// Who wrote a JSON text. What the program wrote itself is read back without asking whether its values make
/// sense: a workspace must open with whatever was put into it.
enum class JsonSource
{
    Person,
    Program
};

} // namespace hookworks
