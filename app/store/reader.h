// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/capture_reader.h"
#include "store/delivery_reader.h"
#include "store/design_reader.h"
#include "store/samples.h"
#include "store/workspace_reader.h"

namespace hookworks {

/// What a workspace holds, as it was at the last commit. Given to the closures of Store::read, and only valid
/// inside them, on the thread they run on; one that needs a part of it may take that part alone. Whatever is
/// asked for by id or name and is not there is NotFound; other failures are Damaged or CannotOpen. Lists have
/// a stable order: by name for what is named, newest first for what happened.
class Reader : public DesignReader,
               public DeliveryReader,
               public CaptureReader,
               public WorkspaceReader,
               public SampleReader
{
public:
    /// All of them outlive it.
    Reader(SqlConnection& connection, const SecretBox& secrets, const BodyReading& reading)
        : DesignReader(connection, secrets)
        , DeliveryReader(connection, reading)
        , CaptureReader(connection, reading)
        , WorkspaceReader(connection, secrets)
        , SampleReader(connection)
    {
    }
};

} // namespace hookworks
