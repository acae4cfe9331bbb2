// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/capture_writer.h"
#include "store/delivery_writer.h"
#include "store/design_writer.h"
#include "store/reader.h"
#include "store/removal.h"
#include "store/store_changes.h"
#include "store/workspace_writer.h"

namespace hookworks {

/// Changes a workspace, and sees its own changes. Given to the closures of Store::write, and only valid
/// inside them, on the store's thread; one that needs a part of it may take that part alone. A value with
/// id 0 gets a new id; ids count up per kind and are never given twice. A value with an id is put back with
/// it (undo of remove); Conflict where that id or name is taken, BadInput where a name has an id's form,
/// NotFound where there is nothing to change.
class Writer : public Reader,
               public DesignWriter,
               public DeliveryWriter,
               public CaptureWriter,
               public WorkspaceWriter,
               public SampleWriter,
               public RemovalWriter
{
public:
    Writer(SqlConnection& connection, const SecretBox& secrets, const BodyReading& reading, Ledger& ledger)
        : Reader(connection, secrets, reading)
        , DesignWriter(connection, secrets, ledger)
        , DeliveryWriter(connection, reading, ledger)
        , CaptureWriter(connection, reading, ledger)
        , WorkspaceWriter(connection, secrets, ledger)
        , SampleWriter(connection, ledger)
        , RemovalWriter(connection, ledger)
    {
    }
};

} // namespace hookworks
