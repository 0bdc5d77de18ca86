// Generated word tables of Entities.
#pragma once
